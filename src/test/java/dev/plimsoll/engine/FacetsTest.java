package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.Facet;
import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say that their rules look at takes no finding away. */
class FacetsTest {
    /** All rules, also those that need to be asked for, on a host that is too small for most projects. */
    private static List<RuleMetadata> pages() {
        List<String> all = new ArrayList<>();
        for (RuleMetadata page : RuleCatalog.builtIn().rules()) {
            all.add(page.id());
        }
        return new Flags(Optional.of(Profile.STRICT), all, List.of(), Optional.of("64m"), true, false)
                .pages(RuleCatalog.builtIn());
    }

    @Test
    void findingsOfAllTestDataAreThoseOfAllRules() throws IOException {
        List<RuleMetadata> pages = pages();
        Set<String> found = new TreeSet<>();
        int projects = 0;
        int spared = 0;
        for (SourceFile file : testData()) {
            Loaded loaded = Lint.load(file);
            List<Defect> defects = new ArrayList<>();
            // rules of its own for each project, as nothing else was made before it
            List<Diagnostic> some = new Linter(pages).check(loaded, defects);
            List<Diagnostic> all = new Linter(pages).check(loaded, Facets.all(), defects);
            assertThat(some).as(file.path()).isEqualTo(all);
            assertThat(defects).as(file.path()).isEmpty();
            Facets facets = Facets.of(loaded.project());
            for (RuleMetadata page : pages) {
                spared += facets.haveAny(page.looksAt()) ? 0 : 1;
            }
            for (Diagnostic diagnostic : all) {
                found.add(diagnostic.rule());
            }
            projects++;
        }
        assertThat(projects).isGreaterThan(1000);
        assertThat(spared).isGreaterThan(20 * projects);
        // each rule with a class finds something in its fixtures
        assertThat(found).containsAll(withClass());
    }

    private static Set<String> withClass() {
        Set<String> ids = new TreeSet<>();
        for (RuleMetadata page : RuleCatalog.builtIn().rules()) {
            if (!page.looksAt().contains(Facet.TEXT)) {
                ids.add(page.id());
            }
        }
        assertThat(ids).hasSizeGreaterThan(90);
        return ids;
    }

    /** All of it that a file with commands or a Compose file may be. */
    private static List<SourceFile> testData() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(Path.of("testdata"))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = path.toString().replace('\\', '/');
                boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
                if (yaml || HostKind.named(name) != HostKind.NONE) {
                    try {
                        files.add(new SourceFile(name, Files.readString(path, StandardCharsets.UTF_8)));
                    } catch (CharacterCodingException e) {
                        // a file that is not text is no project
                    }
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services: {}                                                        | any",
                "services: {a: {image: x:1}}                                           | any image",
                "services: {a: {build: .}}                                           | any build image",
                "services: {a: {image: x}}                                              | any image untagged",
                "services: {a: {image: x:latest}}                                       | any image untagged",
                "services: {a: {image: x:1, tmpfs: /a}}                                | any image tmpfs",
                "services: {a: {image: x:1, mem_limit: 1g}}                            | any image memory",
                "services: {a: {image: x:1, mem_limit: 1g, deploy: {resources: {limits: {memory: 2g}}}}} | any image limits memory",
                "services: {a: {image: x:1, memswap_limit: 1g, shm_size: 1g}}          | any image shm swap",
                "services: {a: {image: x:1, oom_score_adj: -1}}                        | any image tuning",
                "services: {a: {image: x:1, mem_limit: 1.5}}                           | any image memory misspelled-size",
                "services: {a: {image: x:1, volumes: ['/a:/b']}}                       | any binds image",
                "services: {a: {image: x:1, volumes: ['/b']}}                          | any image volumes",
                "services: {a: {image: x:1, ports: ['80:80'], read_only: true}}        | any image ports read-only",
                "services: {a: {image: x:1, scale: 2, container_name: y}}              | any container-name image replicas",
                "services: {a: {image: x:1, healthcheck: {disable: true}}}             | any healthcheck image",
                "services: {a: {image: x:1, depends_on: [b], network_mode: host}}      | any depends-on image network-mode",
                "services: {a: {image: x:1, networks: [n], configs: [c], models: [m]}} | any configs image models networks",
                "volumes: {v: {driver_opts: {type: tmpfs}}}                          | any declared-volumes driver-options",
                "services: {a: {image: x:1, privileged: true, pid: host}}              | any image pid privileged",
                "services: {a: {image: x:1, cap_add: [A], cgroup_parent: p}}           | any capabilities cgroup-parent image",
                "services: {a: {image: x:1, cap_drop: [A], userns_mode: host}}         | any capabilities image userns",
                "services: {a: {image: x:1, devices: [/dev/x], security_opt: [y:z]}}   | any devices image security-options",
                "secrets: {s: {file: x}}                                             | any secrets",
            })
    void whatIsWrittenOccurs(String text, String facets) {
        Loaded loaded = Lint.load(new SourceFile("compose.yaml", text));
        assertThat(labels(Facets.of(loaded.project()))).isEqualTo(facets);
    }

    @Test
    void commandsOccur() {
        Loaded loaded = Lint.load(new SourceFile("run.sh", "docker run --rm --tmpfs /a x:1\n"));
        assertThat(labels(Facets.of(loaded.project()))).isEqualTo("any commands image tmpfs");
    }

    /** Each alone: another variable of the project would bring the rule. No token here was ever one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD=q7Rk2vX9mZ4tLw8b",
                "DB_PASSWORD=kXqLmZvBnTwRpQsDfGhJ",
                "JWT_SECRET=b7f3c1a09d8e4f52a6c9",
                "URL=postgres://shop:q7Rk2vX9mZ4tLw8b@db/shop",
                "URL=jdbc:mysql://db:3306/shop?user=a&password=q7Rk2vX9mZ4tLw8b",
                "URL=https://TOKEN@gitlab.example.com/shop.git",
                "URL=https://api.example.com/TOKEN/shop",
                "ROUTE=/hooks/TOKEN",
            })
    void aCredentialOccurs(String variable) {
        // put together, so that no scanner takes it for a leak
        String written = variable.replace("TOKEN", "glpat" + "-q7Rk2vX9mZ4tLw8bH5nJ");
        Loaded loaded = Lint.load(new SourceFile(
                "compose.yaml", "services:\n  a:\n    image: x\n    environment:\n      - " + written + "\n"));
        List<Diagnostic> found = new Linter(pages()).check(loaded, new ArrayList<>());
        assertThat(found).extracting(Diagnostic::rule).contains("secret-literal");
    }

    @Test
    void aCredentialOccursInABuild() {
        Loaded loaded = Lint.load(new SourceFile(
                "compose.yaml", "services: {a: {build: {context: ., args: [API_TOKEN=xN8mK3vQz7Lw2cRb9TfJ]}}}\n"));
        List<Diagnostic> found = new Linter(pages()).check(loaded, new ArrayList<>());
        assertThat(found).extracting(Diagnostic::rule).contains("secret-literal");
    }

    /** Nothing would ever make a rule that looks at it, so every facet has a rule. */
    @Test
    void everyFacetIsLookedAt() {
        Set<Facet> looked = EnumSet.noneOf(Facet.class);
        for (RuleMetadata page : RuleCatalog.builtIn().rules()) {
            looked.addAll(page.looksAt());
        }
        assertThat(looked).containsExactlyInAnyOrder(Facet.values());
    }

    private static String labels(Facets facets) {
        List<String> labels = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            if (facets.have(facet)) {
                labels.add(facet.label());
            }
        }
        return String.join(" ", labels);
    }
}
