package dev.plimsoll.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that mean something to some reader: those of the test data and of Compose's schema, and those that break readers. */
final class Dictionary {
    private static final Path SCHEMA = Path.of("src", "main", "schema", "compose.schema.json");
    private static final Pattern SCHEMA_KEY = Pattern.compile("\"([a-z_][a-zA-Z0-9_-]*)\": *[{\\[]");
    private static final Pattern KEY = Pattern.compile("(?m)^[ -]*([\\w.-]{2,40}):(?= |$)");
    private static final Pattern VALUE = Pattern.compile("(?m)(?:: |- )([^\\s#].{0,60})$");
    private static final Pattern FLAG = Pattern.compile("(?<= )--?[a-z][a-z-]*(?:=\\S{1,40})?");

    /** A file outside of the project, with something that no report may show. */
    static final List<String> OUTSIDE = List.of("../outside/secret.env", "../outside/compose.yaml", "../outside");

    /** Scalars that are not what they look like, numbers at and beyond limits, characters that steer terminals. */
    private static final List<String> SCALARS = List.of(
            "0",
            "-0",
            "-1",
            "1e9",
            "1_000",
            "0x10",
            "0o17",
            "017",
            "1:30",
            ".inf",
            "-.inf",
            ".nan",
            "1.5g",
            "1.5",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999",
            "9223372036854775807b",
            "8388607t",
            "9e999",
            "0b",
            "1 g",
            "1GiB",
            "yes",
            "off",
            "True",
            "null",
            "~",
            "''",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "2001-01-01",
            "0.0.0.0:80-90:8080-8090/udp",
            "[::1]:80:80",
            "65536:0",
            "\"a\\0b\"",
            "\"a\\uD800b\"",
            "\"\\uD83D\\uDE00\"",
            "\"\\e[31m\"",
            "\"\\u202Eevil\"",
            "\"\\u0085\\u2028\\L\\P\\_\\N\"",
            "\"\\x9b31m\"",
            "\"\\r\\n::error::x\"",
            "\"a\\\n  b\"",
            "\"\\uFEFF\"",
            "\"\\uFFFF\"",
            "'it''s'",
            "\uFEFF",
            "\u001B[31m",
            "\u009B",
            "\u202E",
            "\u2028",
            "\u0007",
            "\0",
            "\r",
            "\uD83D\uDE00",
            "e\u0301\u200D\u0327",
            "界面",
            "</script><!--",
            "]]>",
            "%0A::error::",
            "$(id)",
            "`id`",
            "${X}",
            "${X:?}",
            "${X:-${Y:-${Z}}}",
            "${X-\"a b\"}",
            "$$X",
            "${X@Q}",
            "${#X}",
            "${X[@]}",
            "${SECRET}",
            ".",
            "..",
            "/",
            "./",
            "//",
            "/..",
            "\\",
            "C:\\x",
            "~/x",
            "a:b:c:d",
            "/x:/y:ro,z,",
            "https://example.com/x.git#main:dir",
            "/proc/self/environ",
            "compose.yaml",
            "./compose.yaml",
            "Dockerfile",
            ".env",
            ".plimsoll.yaml");

    /** Parts of Compose files that reach into other files. */
    private static final List<String> REACHES = List.of(
            "include: [compose.yaml]\n",
            "include:\n  - path: [compose.yaml, ./compose.yaml]\n    env_file: ../outside/secret.env\n",
            "include: ../outside/compose.yaml\n",
            "include: \"a\\0b\"\n",
            "    extends: {file: compose.yaml, service: app}\n",
            "    extends: {file: ../outside/secret.env, service: app}\n",
            "    extends: app\n",
            "    env_file: ../outside/secret.env\n",
            "    env_file: [{path: .env, required: false}]\n",
            "    build: .\n",
            "    build: ../outside\n",
            "    build: {dockerfile: ../outside/secret.env}\n",
            "    build: {dockerfile_inline: \"FROM redis\\nVOLUME /data\"}\n",
            "    build: \"a\\0b\"\n",
            "    mem_limit: ${SECRET}\n",
            "    <<: [*a, {image: x}]\n",
            "x: &a {a: *a}\n",
            "# plimsoll: ignore[tmpfs-unbounded] reason\n",
            "# plimsoll: ignore-file[schema, memory] reason\n",
            "    # plimsoll: ignore[nothing]\n",
            "COMPOSE_FILE=compose.yaml:compose.yaml\n",
            "COMPOSE_PROFILES=*\n",
            "X=${X}\nY='a\nb'\n",
            "export X=\"$Y\" # c\n");

    private final List<String> tokens;
    private final List<String> lines;
    private final List<String> keys;

    private Dictionary(List<String> tokens, List<String> lines, List<String> keys) {
        this.tokens = tokens;
        this.lines = lines;
        this.keys = keys;
    }

    /** Gathers the words of a corpus. */
    static Dictionary of(Corpus corpus) {
        Set<String> keys = new TreeSet<>();
        try {
            gather(SCHEMA_KEY, 1, Files.readString(SCHEMA), keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> words = new TreeSet<>();
        Set<String> lines = new TreeSet<>(REACHES);
        for (Input input : corpus.all()) {
            for (String text : input.files().values()) {
                gather(KEY, 1, text, keys);
                gather(VALUE, 1, text, words);
                gather(FLAG, 0, text, words);
                text.lines().map(line -> line + "\n").forEach(lines::add);
            }
            words.addAll(input.words());
        }
        return new Dictionary(List.copyOf(words), List.copyOf(lines), List.copyOf(keys));
    }

    private static void gather(Pattern pattern, int group, String text, Set<String> words) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(group));
        }
    }

    /** Something to put between other things. */
    String token(Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> chance.of(HostileFiles.TOKENS);
            case 1 -> chance.of(ShellTexts.TOKENS);
            case 2 -> chance.of(DockerCommandPropertyTest.WORDS);
            case 3 -> chance.of(keys);
            case 4 -> chance.of(OUTSIDE);
            case 5 -> chance.of(tokens);
            default -> chance.of(SCALARS);
        };
    }

    /** A value, as YAML writes it, mostly. */
    String value(Chance chance) {
        return chance.oneIn(3) ? chance.of(tokens) : chance.oneIn(10) ? chance.of(OUTSIDE) : chance.of(SCALARS);
    }

    String key(Chance chance) {
        return chance.of(keys);
    }

    /** A whole line, with its line break. */
    String line(Chance chance) {
        return chance.oneIn(4) ? chance.of(REACHES) : chance.of(lines);
    }

    /** How many words there are. */
    int size() {
        return tokens.size() + lines.size() + keys.size();
    }
}
