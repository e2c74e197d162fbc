package dev.plimsoll.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogCompilerTest {
    private static final String IMAGES = """
            images:
              - names: [db]
                name: DB
                kind: database
                data:
                  - path: /data
                source: its manual
            """;
    private static final String PAGE = """
            ---
            id: some-rule
            severity: warning
            category: tmpfs
            profile: default
            fix: none
            looks-at: [tmpfs, memory]
            since: 0.1.0
            options:
              ratio: {type: number, unit: of it, min: 0, max: 1, default: 0.5, about: the part that may be used}
              minimum: {type: size, min: 1m, max: 1t, default: 256m, about: smaller ones do not count}
            references:
              - https://example.com/
            ---

            tmpfs that does something

            More of it.
            """;

    @TempDir
    Path folder;

    private Path rules;

    @BeforeEach
    void writeGoodRules() throws IOException {
        rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("images.yaml"), IMAGES);
        Files.writeString(rules.resolve("some-rule.md"), PAGE);
    }

    /** What is made of the folder, without mistakes. */
    private CatalogCompiler.Indexes indexes() {
        List<String> mistakes = new ArrayList<>();
        CatalogCompiler.Indexes indexes = CatalogCompiler.indexes(rules.toFile(), mistakes);
        assertThat(mistakes).isEmpty();
        return indexes;
    }

    /** What is wrong with the folder. */
    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        CatalogCompiler.indexes(rules.toFile(), mistakes);
        return mistakes;
    }

    @Test
    void writesOneLineForARule() throws IOException {
        assertThat(indexes().rules())
                .isEqualTo(
                        "some-rule\twarning\ttmpfs\tdefault\tnone\t0.1.0\t\t\t\ttmpfs memory\ttmpfs that does something\t"
                                + "ratio=0.5;minimum=256m\tratio=number,of it,0,1;minimum=size,,1m,1t\n");
    }

    @Test
    void writesWhatImagesDoOnPurpose() throws IOException {
        Files.writeString(rules.resolve("images.yaml"), """
                by-design:
                  - images: [vpn/one, two]
                    only-tags: [full]
                    rules: [some-rule]
                    capabilities: [NET_ADMIN, SYS_TIME]
                    source: its manual
                """ + IMAGES);
        assertThat(indexes().byDesign())
                .isEqualTo("vpn/one\tfull\tsome-rule NET_ADMIN SYS_TIME\ntwo\tfull\tsome-rule NET_ADMIN SYS_TIME\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: [some-rule]  | rules: [no-rule]    | 3:13: there is no rule \"no-rule\"",
                "rules: [some-rule]  | capabilities: [sys] | \"sys\" does not match",
                "images: [one]       | images: [One]       | 2:14: \"One\" does not match",
                "images: [one]       | names: [one]        | unknown key \"names\"",
                "rules: [some-rule]  | only-tags: [x]      | it says neither rules nor capabilities",
                "source: its manual  | only-tags: [x]      | missing key \"source\"",
            })
    void showsWhereAPurposeIsWrong(String good, String bad, String message) throws IOException {
        String purposes = "by-design:\n  - images: [one]\n    rules: [some-rule]\n    source: its manual\n";
        assertThat(purposes).contains(good);
        Files.writeString(rules.resolve("images.yaml"), purposes.replace(good, bad) + IMAGES);
        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("rules/images.yaml:")
                .contains(message);
    }

    @Test
    void marksARuleWhoseFindingsDockerRefuses() throws IOException {
        Files.writeString(rules.resolve("some-rule.md"), PAGE.replace("since:", "refused: true\nsince:"));
        assertThat(indexes().rules()).contains("\t0.1.0\ttrue\t\t\ttmpfs memory\ttmpfs that");
    }

    @Test
    void marksARuleThatIsSilentInDocumentation() throws IOException {
        Files.writeString(rules.resolve("some-rule.md"), PAGE.replace("since:", "documentation: silent\nsince:"));
        assertThat(indexes().rules()).contains("\t0.1.0\t\t\tsilent\ttmpfs memory\ttmpfs that");
        Files.writeString(rules.resolve("some-rule.md"), PAGE.replace("since:", "documentation: off\nsince:"));
        assertThat(mistakes()).singleElement().asString().contains("documentation");
    }

    @Test
    void sortsRules() throws IOException {
        Files.writeString(rules.resolve("another-rule.md"), PAGE.replace("some-rule", "another-rule"));
        assertThat(indexes().rules().split("\n"))
                .extracting(line -> line.substring(0, line.indexOf('\t')))
                .containsExactly("another-rule", "some-rule");
    }

    @Test
    void beginsWithWhatImagesAreFoundBy() {
        // no mirror, no pattern; one name, at 0; one image, at 0; five units of names: its length, two letters, one
        // image, 0
        assertThat(indexes().images()).startsWith("\0\0\1\0\0\1\0\0\0\5\2db\1\0");
        assertThat(indexes().images()).isEqualTo(indexes().images());
    }

    @Test
    void writesSourcesUnlessThereIsAMistake() throws IOException {
        Path schema = Files.writeString(folder.resolve("s.json"), "{\"type\": \"string\", \"definitions\": {}}");
        Path sources = folder.resolve("sources");
        SourceFolder output = new SourceFolder(sources.toFile());
        Files.writeString(rules.resolve("other-rule.md"), PAGE);
        assertThat(CatalogCompiler.compile(rules.toFile(), schema.toFile(), output))
                .isNotEmpty();
        assertThat(sources).doesNotExist();
        Files.delete(rules.resolve("other-rule.md"));
        assertThat(CatalogCompiler.compile(rules.toFile(), schema.toFile(), output))
                .isEmpty();
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "BuiltInPages.java", "BuiltInImages.java", "BuiltInPurposes.java", "BuiltInShapes.java");
        }
    }

    @Test
    void makesAConstructorCallOfALine() {
        String source = DataClasses.pages("P", indexes().rules());
        assertThat(source)
                .contains(
                        "new RuleMetadata(\"some-rule\", Severity.WARNING, \"tmpfs\", Profile.DEFAULT, \"none\", \"0.1.0\","
                                + " \"\", \"\", false, List.of(Facet.TMPFS, Facet.MEMORY), \"tmpfs that does something\","
                                + " RuleMetadata.settings(\"ratio\", \"0.5\", \"minimum\", \"256m\"),"
                                + " RuleMetadata.settings(\"ratio\", \"number,of it,0,1\", \"minimum\", \"size,,1m,1t\"))");
        assertThatThrownBy(() -> DataClasses.pages("P", "a-rule\twarning\t")).isInstanceOf(IllegalStateException.class);
    }

    /** What the compiler makes of the source of a class is the text that went in. */
    @Test
    void keepsAnyText() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c += c < 256 ? 1 : 97) {
            text.append((char) c);
        }
        String longer = text.toString().repeat(60);
        new SourceFolder(folder.toFile())
                .write(
                        "dev.plimsoll.some.Text",
                        DataClasses.text("some", "Text", longer)
                                .replace("static", "public static")
                                .replace("final class", "public final class"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        folder.resolve("dev/plimsoll/some/Text.java").toString());
        assertThat(code).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            assertThat(loader.loadClass("dev.plimsoll.some.Text")
                            .getMethod("text")
                            .invoke(null))
                    .isEqualTo(longer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severity: warning | severity: bad      | 3:11: unknown severity \"bad\"",
                "profile: default  | profile: lax       | 5:10: unknown profile \"lax\"",
                "fix: none         | fix: maybe         | 6:6: unknown fix \"maybe\"",
                "since: 0.1.0      | refused: maybe     | 8:10: refused is true or some",
                "since: 0.1.0      | since: soon        | 8:8: since \"soon\" does not match",
                "id: some-rule     | id: other-rule     | 2:5: the id \"other-rule\" is not the file's name",
                "id: some-rule     | id: Some_Rule      | 2:5: id \"Some_Rule\" does not match",
                "category: tmpfs   | group: tmpfs       | 4:1: unknown key \"group\"",
                "category: tmpfs   | fix: safe          | the key \"fix\" is defined twice",
                "[tmpfs, memory]   | [tmpfs, memmory]   | 7:19: unknown facet \"memmory\"; known are any, api-socket,",
                "[tmpfs, memory]   | []                 | 7:11: an empty list says nothing",
                "[tmpfs, memory]   | [tmpfs, any]       | 7:19: \"any\" stands alone",
                "[tmpfs, memory]   | [text, tmpfs]      | 7:12: \"text\" stands alone",
                "looks-at: [tmpfs, memory] | refused: true | missing key \"looks-at\"",
                "type: number      | type: text         | 10:17: unknown type \"text\"",
                "unit: of it, min  | min                | a number has a unit, and a size brings its own",
                "type: size, min   | type: size, unit: b, min | a number has a unit, and a size brings its own",
                "max: 1,           | maximum: 1,        | unknown key \"maximum\"",
                "max: 1,           | max: all,          | \"all\" is not of type number",
                "min: 0,           | min: 2,            | min is above max",
                "min: 0, max: 1,   | max: 1,            | missing key \"min\"",
                "default: 0.5      | default: 1.5       | the default must be from 0 to 1 of it",
                "default: 256m     | default: much      | the default must be a size such as",
                "default: 0.5      | standard: 0.5      | 10:54: unknown key \"standard\"",
                "default: 0.5      | default: a;b       | must not hold one of ;,=",
                "https://          | http://            | 13:5: a reference is an address, or as these",
                "https://example.com/ | CWE-x           | 13:5: a reference is an address, or as these",
                "category: tmpfs   | category: security | a page of the category security has a security-severity",
                "since: 0.1.0      | security-severity: high | 8:20: security-severity is a number from 0.0 to 10.0",
                "type: number      | type: words        | words have no unit, min and max",
                "does something    | does something.    | 16:1: the summary is one line of prose",
                "tmpfs that        | # tmpfs that       | 16:1: the summary is one line of prose",
            })
    void showsWhereAPageIsWrong(String good, String bad, String message) throws IOException {
        Files.writeString(rules.resolve("some-rule.md"), PAGE.replace(good, bad));
        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("rules/some-rule.md:")
                .contains(message);
    }

    @Test
    void wantsFrontMatterAndASummary() throws IOException {
        Path page = rules.resolve("some-rule.md");
        Files.writeString(page, "# A rule\n");
        assertThat(mistakes()).singleElement().asString().contains(":1:1: a rule page begins with front matter");
        Files.writeString(page, "---\nid: some-rule\n");
        assertThat(mistakes()).singleElement().asString().contains(":1:1: the front matter has no closing line");
        Files.writeString(page, PAGE.substring(0, PAGE.indexOf("\ntmpfs that")));
        assertThat(mistakes()).singleElement().asString().contains("the page has no summary");
        Files.writeString(page, "---\nseverity: error\nprofile: default\nfix: none\n---\n\nit\n");
        assertThat(mistakes()).singleElement().asString().contains(":2:1: missing key \"id\"");
    }

    @Test
    void readsPagesWithCarriageReturns() throws IOException {
        Files.writeString(rules.resolve("some-rule.md"), PAGE.replace("\n", "\r\n"));
        assertThat(indexes().rules()).contains("\ttmpfs that does something\t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: database  | kind: thing           | 4:11: unknown kind \"thing\"",
                "kind: database  | sort: database        | 4:5: unknown key \"sort\"",
                "name: DB        | ephemeral: true       | missing key \"name\"",
                "name: DB        | name:                 | 3:10: expected a single value, found nothing",
                "source: its     | tag-version-after: x  | missing key \"source\"",
                "path: /data     | path: data            | 6:15: \"data\" is no absolute, clean path",
                "path: /data     | path: /data/          | \"/data/\" is no absolute, clean path",
                "path: /data     | path: /               | \"/\" is no absolute, clean path",
                "path: /data     | path: '/a/{major}'    | missing key \"volume\"",
                "path: /data     | versions: '<2'        | missing key \"path\"",
                "path: /data     | {path: /a, versions: '2'}       | \"2\" is no version bound",
                "path: /data     | {path: /a, versions: '>=2 <2'}  | there is no such version",
                "path: /data     | {path: /a, volume: /b}          | the path does not lie in this volume",
                "path: /data     | {path: /a, set-by: [FOO]}       | write \"env NAME\" or \"option NAME\"",
                "path: /data     | {path: /a, set-by: []}          | an empty list says nothing",
                "[db]            | [db, db]              | 2:17: \"db\" is defined twice, first on line 2",
                "[db]            | [docker.io/db]        | leave docker.io/ and library/ out",
                "[db]            | ['db:1*x*']           | is no image name without tag",
                "[db]            | db                    | 2:12: expected a list, found a string",
                "kind: database  | { kind                | not valid YAML",
            })
    void showsWhereTheImageKnowledgeIsWrong(String good, String bad, String message) throws IOException {
        Files.writeString(rules.resolve("images.yaml"), IMAGES.replace(good, bad));
        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("rules/images.yaml:")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "writable: [tmp]                               | 7:16: \"tmp\" is no absolute, clean path",
                "content: [/a/]                                | \"/a/\" is no absolute, clean path",
                "workspaces: []                                | an empty list says nothing",
                "shm: {size: much, why: so}                    | 7:17: \"much\" is no size above the default of 64m",
                "shm: {size: 64m, why: so}                     | no size above the default",
                "shm: {size: 1g}                               | missing key \"why\"",
                "shm: {size: 1g, why: It is so.}               | has no final period",
                "user: {name: root}                            | leave root out",
                "user: {name: db, id: 0}                       | is no number of a user",
                "user: {name: db, since: '<3'}                 | write the first version",
                "file-variables: ['A B']                       | \"A B\" is no variable",
                "file-form: '{name}_F'                         | \"file-variables\" beside it",
                "sizes-by-host: {what: all}                    | missing key \"unless\", or \"unless-mounted\"",
                "sizes-by-host: {unless: [env A]}              | missing key \"what\"",
                "memory: [{unit: words, set-by: [env A]}]      | 7:21: unknown unit \"words\"",
                "memory: [{unit: jvm}]                         | missing key \"set-by\"",
                "memory: [{unit: jvm, set-by: [A]}]            | write \"env NAME\"",
            })
    void showsWhereTheNeedsOfAnImageAreWrong(String line, String message) throws IOException {
        Files.writeString(rules.resolve("images.yaml"), IMAGES.replace("    source:", "    " + line + "\n    source:"));
        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("rules/images.yaml:7:")
                .contains(message);
    }

    @Test
    void refusesVersionsThatOverlap() throws IOException {
        String data = """
                      - {path: /a, versions: "<3"}
                      - {path: /b, versions: ">=2"}
                """;
        Files.writeString(rules.resolve("images.yaml"), IMAGES.replace("      - path: /data\n", data));
        assertThat(mistakes()).singleElement().asString().contains("these versions overlap");
    }

    @Test
    void wantsImages() throws IOException {
        Files.delete(rules.resolve("images.yaml"));
        assertThat(mistakes()).containsExactly("rules/images.yaml:1:1: no such file or directory");
        rules = folder.resolve("nowhere");
        assertThat(mistakes()).hasSizeGreaterThan(1);
    }
}
