package dev.plimsoll.fuzz;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.host.HostKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What inputs are made of: the files of the test data, each with those that it needs beside it. */
final class Corpus {
    private static final Path TESTDATA = Path.of("testdata");

    /** Larger files would take most of the time and hold nothing that the small ones lack. */
    private static final int MAX_SIZE = 8_000;

    /** How many of a hundred inputs are of a kind. */
    private static final Map<String, Integer> SHARES = new TreeMap<>(Map.of(
            "compose", 30,
            "project", 16,
            "shell", 14,
            "documentation", 6,
            "makefile", 5,
            "workflow", 6,
            "dockerfile", 8,
            "config", 6,
            "baseline", 3,
            "words", 6));

    private static final String WORKFLOW = """
            on: push
            defaults: {run: {shell: bash}}
            jobs:
              test:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                  - name: start
                    env: {IMAGE: redis}
                    run: |
            """;

    private static final String PIPELINE = """
            .start: &start
              - docker run -d --name db postgres:16
            test:
              image: docker
              script:
                - *start
                - |
            """;

    private static final List<String> DOCKERFILES = List.of(
            "FROM postgres:16\n",
            "ARG TAG=8\nFROM mysql:$TAG AS base\nFROM base\nVOLUME [\"/var/lib/mysql\", \"/x\"]\nUSER 1000:1000\n",
            """
            # syntax=docker/dockerfile:1
            FROM --platform=$BUILDPLATFORM node:20 AS build
            WORKDIR /app
            COPY package.json .
            RUN --mount=type=tmpfs,target=/tmp,size=64m --mount=type=cache,target=/root/.npm npm ci && npm run build
            FROM nginx:1.27
            ENV DATA=/usr/share/nginx/html HOME="/home/x y"
            COPY --from=build /app/dist $DATA
            USER ${UID:-101}
            HEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1
            ENTRYPOINT ["nginx", "-g"]
            CMD daemon off;
            """,
            "# escape=`\nFROM x\nRUN <<EOF cat <<-'E'\na\nEOF\n\tb\n\tE\nVOLUME /a `\n /b\nONBUILD RUN x\n");

    private static final String BUILT = """
            services:
              app:
                build: {context: ., dockerfile: Dockerfile, target: "", args: {TAG: 8.4, UID: "5"}}
                tmpfs: [/tmp, /app/dist, /var/lib/mysql]
                read_only: true
                mem_limit: 256m
            """;

    private static final String CONFIGURED = """
            profile: strict
            fail-on: info
            select: [style, tmpfs-unbounded]
            exclude: [vendor/, "*.gen.yaml"]
            ignore:
              - rule: tmpfs-unbounded
                path: legacy/
                container: app
                reason: replaced
                expires: 2030-12-31
            overrides:
              - paths: ["compose*.yaml"]
                containers: [a*]
                rules:
                  schema: {enabled: false, severity: info}
            """;

    private static final String PLAIN = """
            services:
              app: {image: "postgres:16", tmpfs: /var/lib/postgresql/data, memswap_limit: 1g}
              cache:
                image: redis
                tmpfs: [/data]
            """;

    private final Map<String, List<Input>> byKind = new TreeMap<>();
    private final List<String> kinds = new ArrayList<>();

    private Corpus() {}

    /** Reads the test data. */
    static Corpus read() {
        Corpus corpus = new Corpus();
        try {
            corpus.rules();
            corpus.projects();
            corpus.hosts();
            corpus.commands();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        corpus.dockerfiles();
        corpus.configs();
        for (Map.Entry<String, Integer> share : SHARES.entrySet()) {
            if (!corpus.byKind.containsKey(share.getKey())) {
                throw new IllegalStateException("no seed of the kind " + share.getKey());
            }
            for (int i = 0; i < share.getValue(); i++) {
                corpus.kinds.add(share.getKey());
            }
        }
        return corpus;
    }

    /** Any input; the kinds have their shares. */
    Input any(Chance chance) {
        return chance.of(byKind.get(chance.of(kinds)));
    }

    /** An input that has files. */
    Input anyFiles(Chance chance) {
        while (true) {
            Input input = any(chance);
            if (!input.files().isEmpty()) {
                return input;
            }
        }
    }

    /** All inputs, as they are. */
    List<Input> all() {
        List<Input> all = new ArrayList<>();
        byKind.values().forEach(all::addAll);
        return all;
    }

    private void add(Input input) {
        if (input.size() > 0 && input.size() <= MAX_SIZE) {
            byKind.computeIfAbsent(input.kind(), kind -> new ArrayList<>()).add(input);
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.sorted().toList();
        }
    }

    private static List<Path> folders(String name) throws IOException {
        return list(TESTDATA.resolve(name)).stream().filter(Files::isDirectory).toList();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void rules() throws IOException {
        for (Path rule : list(TESTDATA.resolve("rules"))) {
            SortedMap<String, String> beside = new TreeMap<>();
            for (Map.Entry<String, String> file : Input.read(rule).entrySet()) {
                if (file.getKey().startsWith("with-")) {
                    beside.put(file.getKey(), file.getValue());
                }
            }
            for (Path path : list(rule)) {
                if (Files.isRegularFile(path) && !beside.containsKey(name(path))) {
                    rule(name(path), Files.readString(path), beside);
                }
            }
        }
        for (String text : HostileFiles.composeFiles()) {
            add(Input.of("compose", "compose.yaml", text));
        }
    }

    private void rule(String name, String text, SortedMap<String, String> beside) {
        if (name.endsWith(".sh")) {
            shell(text);
        } else if (HostKind.named(name) == HostKind.DOCKERFILE) {
            add(Input.of("dockerfile", name, text));
            add(Input.of("markdown", "README.md", "# Build\n\n```dockerfile\n" + text + "\n```\n"));
            add(Input.of("shell", "build.sh", "docker build - <<'EOT'\n" + text + "\nEOT\n"));
        } else if (HostKind.named(name) == HostKind.MARKDOWN) {
            add(Input.of("markdown", name, text));
        } else {
            Input input = Input.of("compose", name, text);
            for (Map.Entry<String, String> other : beside.entrySet()) {
                if (text.contains(other.getKey().substring(0, other.getKey().lastIndexOf('.') + 1))
                        || text.contains("with-")) {
                    input = input.with(other.getKey(), other.getValue());
                }
            }
            boolean built = input.files().keySet().stream().anyMatch(path -> path.endsWith("Dockerfile"));
            add(input.ofKind(built ? "dockerfile" : input.files().size() > 1 ? "project" : "compose"));
        }
    }

    /** A script, and the same commands in the other files that may hold them. */
    private void shell(String text) {
        add(Input.of("shell", "deploy.sh", text));
        String indented = "          " + text.replace("\n", "\n          ");
        add(Input.of("workflow", ".github/workflows/ci.yml", WORKFLOW + indented));
        add(Input.of("workflow", "x.gitlab-ci.yml", PIPELINE + indented));
        add(Input.of("makefile", "Makefile", "IMAGE ?= redis\nall: x\n\t" + text.replace("\n", "\n\t") + "\n"));
        add(Input.of("documentation", "README.md", "# Start\n\n```bash\n" + text + "\n```\n\n- $ docker run x\n"));
        add(Input.of(
                "documentation",
                "a.adoc",
                ". Start\n+\n[source,bash,subs=+attributes]\n----\n" + text + " <1>\n----\n"));
        add(Input.of("documentation", "a.rst", "* Start::\n\n    " + text.replace("\n", "\n    ") + "\n"));
    }

    private void projects() throws IOException {
        for (Path folder : folders("loading")) {
            SortedMap<String, String> files = Input.read(folder);
            files.remove("expected.json");
            String args = files.remove("args");
            List<String> target =
                    args == null ? List.of(".") : Arrays.asList(args.strip().split(" ", -1));
            String kind = files.size() > 1 ? "project" : "compose";
            add(new Input(kind, files, target, List.of()));
        }
        for (Path folder : folders("fixes")) {
            add(new Input("project", Input.read(folder.resolve("before")), List.of("."), List.of()));
        }
        for (Path folder : folders("demo")) {
            add(new Input("project", Input.read(folder), List.of("."), List.of()));
        }
        add(Input.of("compose", "compose.yaml", Files.readString(TESTDATA.resolve("budget/hostile.yaml"))));
    }

    private void hosts() throws IOException {
        for (Map.Entry<String, String> file :
                Input.read(TESTDATA.resolve("hosts")).entrySet()) {
            String kind = file.getKey().equals("Makefile")
                    ? "makefile"
                    : HostKind.named(file.getKey()).isDocumentation() ? "documentation" : "shell";
            if (!file.getKey().endsWith(".tsv")) {
                add(Input.of(kind, file.getKey(), file.getValue()));
            }
        }
        for (Path page : list(Path.of("rules"))) {
            if (name(page).endsWith(".md")) {
                add(Input.of("documentation", name(page), Files.readString(page)));
            }
        }
        for (String part : Files.readString(TESTDATA.resolve("shell/cases.sh")).split("\n----\n", -1)) {
            shell(part);
        }
    }

    private void commands() throws IOException {
        for (String line : Files.readAllLines(TESTDATA.resolve("dockerrun/commands.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (columns.length > 2 && !line.startsWith("#")) {
                String command = columns[2];
                List<String> words = Arrays.asList(command.replace("'", "").split(" ", -1));
                if (Input.PROGRAMS.contains(words.get(0))) {
                    add(Input.ofWords(words));
                }
                add(Input.of("shell", "run.sh", command + "\n"));
            }
        }
    }

    private void dockerfiles() {
        for (String text : DOCKERFILES) {
            add(Input.of("dockerfile", "compose.yaml", BUILT).with("Dockerfile", text));
        }
    }

    private void configs() {
        Input plain = Input.of("config", "compose.yaml", PLAIN);
        add(plain.with(".plimsoll.yaml", CONFIGURED));
        StringBuilder options = new StringBuilder("rules:\n");
        for (RuleMetadata rule : RuleCatalog.builtIn().rules()) {
            for (Map.Entry<String, String> option : rule.options().entrySet()) {
                String text = "  " + rule.id() + ": {" + option.getKey() + ": " + option.getValue() + "}\n";
                options.append(text);
                add(plain.with(".plimsoll.yaml", "rules:\n" + text));
            }
        }
        add(plain.with(".plimsoll.yaml", options.toString()));
        add(plain.with(".plimsoll.yaml", "extends: base.yaml\nignore: [{rule: tmpfs}]\n")
                .with("base.yaml", CONFIGURED));
        add(plain.with("baseline.yaml", """
                        # Findings that plimsoll check does not report again. Written by: plimsoll init --baseline
                        version: 1
                        findings:
                          - {"path": "compose.yaml", "rule": "tmpfs-unbounded", "fingerprint": "0123456789abcdef", "count": 1}
                          - {"path": "x.yaml", "rule": "schema", "fingerprint": "0123456789abcdef", "count": 2, "hint": "a"}
                        """)
                .with(".plimsoll.yaml", "baseline: baseline.yaml\n")
                .ofKind("baseline"));
    }
}
