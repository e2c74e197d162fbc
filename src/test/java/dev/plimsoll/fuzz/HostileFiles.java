package dev.plimsoll.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts that look like Compose files and are not quite: what real files become in the hands of people and attackers. */
public final class HostileFiles {
    private static final Path TESTDATA = Path.of("testdata");

    private static final int MAX_MUTATIONS = 6;

    /** What is put into a file: the marks of YAML and of Compose, and characters that break readers. */
    static final List<String> TOKENS = List.of(
            "*a",
            "&a ",
            "*b ",
            "&b ",
            "!reset ",
            "!override ",
            "!!str ",
            "!x",
            "<<: *a\n",
            "<<: [*a, *b]\n",
            "${X}",
            "${X:-64m}",
            "${X",
            "$",
            "$$",
            "$1",
            "${X:-${Y:-1}}",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "|\n",
            ">-\n",
            "\t",
            "\0",
            "\u0007",
            "\uFEFF",
            "\u0085",
            "\u2028",
            "\uFFFF",
            "\uD800",
            "\uDC00",
            "\uD83D\uDE00",
            "界",
            "\r",
            "\r\n",
            "\n",
            "\n\n",
            " ",
            "  ",
            "- ",
            ": ",
            ":",
            "#",
            " # x",
            "---\n",
            "...\n",
            "? ",
            "%YAML 1.2\n",
            "@",
            "`",
            ",",
            "-1",
            "0",
            "64mb",
            "1777",
            "99999999999999999999",
            "1.5",
            "null",
            "~",
            "/",
            "\\",
            "\\u0041",
            "\\x",
            "size=",
            "mode=",
            ":size=1m",
            ":",
            "%",
            "    tmpfs: /x\n",
            "    tmpfs: [/x, /y]\n",
            "    mem_limit: 1g\n",
            "    memswap_limit: -1\n",
            "    deploy: {resources: {limits: {memory: 1g}}}\n",
            "    volumes:\n      - {type: tmpfs, target: /z, tmpfs: {mode: 1777}}\n",
            "    extends: base\n",
            "volumes:\n  v: {driver_opts: {type: tmpfs, device: tmpfs}}\n",
            "services:\n  app:\n    image: redis\n");

    /** Seeds with the forms that the test data has few of. */
    private static final List<String> SEEDS = List.of(
            """
            x-common: &a
              mem_limit: 1g
              tmpfs: &b [/tmp]
            services:
              app:
                <<: *a
                image: postgres:16
                volumes:
                  - type: tmpfs
                    target: /var/lib/postgresql/data
              other: {image: redis, tmpfs: *b, <<: *a}
            """,
            """
            services: {app: {image: "mysql:8", tmpfs: ["/var/lib/mysql:size=64mb,noswap"], mem_limit: '512'}}
            """,
            """
            services:
              "app":
                image: mongo
                tmpfs: >-
                  /data/db:size=1g,
                memswap_limit: 100m
                mem_limit: 1g
            ---
            services:
              app:
                tmpfs:
                - /x
                - "/y:mode=0777,"
                deploy:
                  resources:
                    limits:
                      memory: 1g
            """,
            """
            services:
              a:
                image: redis
                tmpfs:
                  # the cache
                  - /data # here
                volumes: [cache:/cache]
            volumes:
              cache:
                driver_opts: {type: tmpfs, device: tmpfs, o: "mode=0700"}
              # end
            """,
            "services:\r\n  a:\r\n    image: redis\r\n    tmpfs: /data\r\n    mem_limit: 64",
            "\uFEFFservices:\n  é界:\n    image: redis\n    tmpfs: '/data:size=${S:-0}'\n    mem_reservation: 5");

    private HostileFiles() {}

    /** The Compose files of the test data, and the seeds. */
    public static List<String> composeFiles() {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(TESTDATA)) {
            walked.filter(path -> path.toString().endsWith(".yaml")).forEach(paths::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(paths);
        List<String> texts = new ArrayList<>(SEEDS);
        for (Path path : paths) {
            try {
                texts.add(Files.readString(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /** Compose files with some mutations each. */
    public static Arbitrary<String> mutated() {
        return mutated(Arbitraries.oneOf(Arbitraries.of(composeFiles()), ComposeFiles.all()));
    }

    private static Arbitrary<String> mutated(Arbitrary<String> files) {
        Arbitrary<Mutation> mutations = Combinators.combine(
                        Arbitraries.of(Mutation.Kind.values()),
                        Arbitraries.integers().between(0, 9_999),
                        Arbitraries.integers().between(0, 9_999),
                        Arbitraries.of(TOKENS))
                .as(Mutation::new);
        return Combinators.combine(files, mutations.list().ofMaxSize(MAX_MUTATIONS))
                .as((file, list) -> {
                    String text = file;
                    for (Mutation mutation : list) {
                        text = mutation.applyTo(text);
                    }
                    return text;
                });
    }

    /** Any text: letters, YAML's marks and every code point, unpaired surrogates among them. */
    public static Arbitrary<String> anyText() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(TOKENS),
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.strings()
                        .withChars("ab:-?#&*!|>'\"%@`{}[],$ \n\r\t0.\\")
                        .ofMaxLength(20));
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    /**
     * One change.
     *
     * @param at where, in ten-thousandths of the text
     * @param size how much, in ten-thousandths of a few lines
     */
    private record Mutation(Kind kind, int at, int size, String token) {
        private static final int SCALE = 10_000;
        private static final int MAX_LENGTH = 120;

        enum Kind {
            INSERT,
            INSERT_AT_LINE,
            DELETE,
            DUPLICATE,
            REPLACE,
            INDENT,
            DEDENT,
            TRUNCATE,
            CRLF,
            DROP_LINE,
            MOVE_LINE
        }

        String applyTo(String text) {
            int from = (int) ((long) at * (text.length() + 1) / SCALE);
            int to = Math.min(text.length(), from + size * MAX_LENGTH / SCALE);
            int line = text.lastIndexOf('\n', from - 1) + 1;
            int feed = text.indexOf('\n', from);
            int lineEnd = feed < 0 ? text.length() : feed + 1;
            return switch (kind) {
                case INSERT -> text.substring(0, from) + token + text.substring(from);
                case INSERT_AT_LINE -> text.substring(0, line) + token + text.substring(line);
                case DELETE -> text.substring(0, from) + text.substring(to);
                case DUPLICATE -> text.substring(0, to) + text.substring(from);
                case REPLACE -> text.substring(0, from) + token + text.substring(to);
                case INDENT -> text.substring(0, line) + "  " + text.substring(line);
                case DEDENT -> text.startsWith("  ", line) ? text.substring(0, line) + text.substring(line + 2) : text;
                case TRUNCATE -> text.substring(0, from);
                case CRLF -> text.replace("\r\n", "\n").replace("\n", "\r\n");
                case DROP_LINE -> text.substring(0, line) + text.substring(lineEnd);
                case MOVE_LINE -> text.substring(0, line) + text.substring(lineEnd) + text.substring(line, lineEnd);
            };
        }
    }
}
