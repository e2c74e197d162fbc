package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SARIF, GitLab's and reviewdog's JSON against their schemas and against what their readers document. */
class JsonReportsTest {
    private static final LintResult CLEAN = new LintResult(1, List.of(), List.of(), List.of());

    private static Schema schema(String resource) {
        try (InputStream in = JsonReportsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            JSONObject json = new JSONObject(new JSONTokener(in));
            // formats need libraries that we do not carry; URIs are looked at below
            withoutFormats(json);
            return SchemaLoader.builder()
                    .draftV7Support()
                    .schemaJson(json)
                    .build()
                    .load()
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutFormats(Object json) {
        if (json instanceof JSONObject object) {
            if (object.opt("format") instanceof String) {
                object.remove("format");
            }
            for (String key : object.keySet()) {
                withoutFormats(object.get(key));
            }
        } else if (json instanceof JSONArray array) {
            array.forEach(JsonReportsTest::withoutFormats);
        }
    }

    private static void validate(Schema schema, Object json) {
        try {
            schema.validate(json);
        } catch (ValidationException e) {
            throw new AssertionError(e.getAllMessages().toString(), e);
        }
    }

    private static JSONObject sarif(LintResult result) {
        return new JSONObject(Written.by(Reporters.of(Format.SARIF), result));
    }

    private static JSONObject run(LintResult result) {
        return sarif(result).getJSONArray("runs").getJSONObject(0);
    }

    private static JSONObject result(LintResult result, int index) {
        return run(result).getJSONArray("results").getJSONObject(index);
    }

    private static LintResult one(Finding finding) {
        Diagnostic diagnostic = new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, finding);
        return new LintResult(1, List.of(diagnostic), List.of(), List.of());
    }

    @Test
    void sarifFollowsItsSchema() {
        Schema schema = schema("/schema/sarif-schema-2.1.0.json");
        validate(schema, sarif(HostileResult.all()));
        validate(schema, sarif(CLEAN));
        validate(schema, sarif(Many.findings(100)));
        assertThatThrownBy(() -> schema.validate(new JSONObject("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}")))
                .isInstanceOf(ValidationException.class);
    }

    /** What GitHub asks for beyond the schema; an empty text counts as none. */
    @Test
    void sarifHasWhatCodeScanningRequires() {
        JSONObject run = run(HostileResult.all());
        JSONArray rules = run.getJSONObject("tool").getJSONObject("driver").getJSONArray("rules");
        for (int i = 0; i < rules.length(); i++) {
            JSONObject rule = rules.getJSONObject(i);
            assertThat(rule.getString("id")).isNotEmpty();
            for (String text : List.of("shortDescription", "fullDescription")) {
                assertThat(rule.getJSONObject(text).getString("text"))
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(1024);
            }
            assertThat(rule.getJSONObject("help").getString("text")).isNotEmpty();
        }
        JSONArray results = run.getJSONArray("results");
        assertThat(results.length()).isEqualTo(9);
        for (int i = 0; i < results.length(); i++) {
            JSONObject result = results.getJSONObject(i);
            assertThat(rules.getJSONObject(result.getInt("ruleIndex")).getString("id"))
                    .isEqualTo(result.getString("ruleId"));
            JSONObject place = result.getJSONArray("locations").getJSONObject(0).getJSONObject("physicalLocation");
            assertThat(place.getJSONObject("artifactLocation").getString("uri")).matches("[A-Za-z0-9%._~/-]+");
            assertThat(place.getJSONObject("region").keySet())
                    .containsExactlyInAnyOrder("startLine", "startColumn", "endLine", "endColumn");
            assertThat(result.getJSONObject("partialFingerprints").getString("primaryLocationLineHash"))
                    .matches("[0-9a-f]{1,16}:[1-9][0-9]*");
        }
        assertThat(run(CLEAN).getJSONArray("results").isEmpty()).isTrue();
        assertThat(run(CLEAN).getJSONArray("invocations").getJSONObject(0).getBoolean("executionSuccessful"))
                .isTrue();
    }

    @Test
    void sarifTellsWhatWasNotChecked() {
        JSONObject invocation =
                run(HostileResult.all()).getJSONArray("invocations").getJSONObject(0);
        assertThat(invocation.getBoolean("executionSuccessful")).isFalse();
        assertThat(invocation.getJSONArray("toolExecutionNotifications").length())
                .isEqualTo(3);
    }

    @Test
    void sarifKeepsToTheNumbersThatCodeScanningTakes() {
        JSONObject run = run(Many.findings(25_001));
        assertThat(run.getJSONArray("results").length()).isEqualTo(25_000);
        assertThat(run.getJSONArray("invocations").toString()).contains("1 findings are left out");
        // an info is what was left out
        String results = run.getJSONArray("results").toString();
        assertThat(results.split("\"level\":\"error\"", -1)).hasSize(8334 + 1);
        assertThat(results.split("\"level\":\"note\"", -1)).hasSize(8332 + 1 + 1 - 1);
        SourceFile file = new SourceFile("c", "a".repeat(2000));
        Finding.Builder finding = Finding.at(new Location(file, new Span(0, 1)));
        for (int i = 1; i < 2000; i++) {
            finding.label(new Location(file, new Span(i, i + 1)), "cause");
        }
        assertThat(result(one(finding.says("m")), 0)
                        .getJSONArray("relatedLocations")
                        .length())
                .isEqualTo(999);
    }

    /** Hashes that GitHub's upload action gives these texts, by its own tests. */
    @Test
    void theLineHashIsTheOneOfGithub() {
        assertThat(lineHashes("")).containsExactly("c129715d7a2bc9a3:1");
        String[] expected = {
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1"
        };
        String text = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n";
        assertThat(lineHashes(text)).containsExactly(expected);
        assertThat(lineHashes(text.replace("\n", "\r\n"))).containsExactly(expected);
        assertThat(lineHashes(text.replace("\n", "\r"))).containsExactly(expected);
        assertThat(lineHashes("Lorem ipsum dolor sit amet.\n".repeat(10)))
                .startsWith("a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2")
                .endsWith("a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1");
    }

    private static List<String> lineHashes(String text) {
        SourceFile file = new SourceFile("c", text);
        LineHashes hashes = new LineHashes();
        List<String> all = new ArrayList<>();
        for (int line = 1; line <= file.lines().count(); line++) {
            all.add(hashes.of(file, line));
        }
        return all;
    }

    /** Neither other words nor other lines above make another finding of it. */
    @Test
    void fingerprintsSurviveRewordingAndMovedLines() {
        LintResult before = one(tmpfs("services:\n  a: {tmpfs: /work}\n", "a word"));
        LintResult after = one(tmpfs("# new\n\nservices:\n  a: {tmpfs: /work}\n", "other words"));
        assertThat(result(after, 0)
                        .getJSONObject("partialFingerprints")
                        .similar(result(before, 0).getJSONObject("partialFingerprints")))
                .isTrue();
        assertThat(gitlab(after).getJSONObject(0).getString("fingerprint"))
                .isEqualTo(gitlab(before).getJSONObject(0).getString("fingerprint"));
    }

    private static Finding tmpfs(String text, String message) {
        SourceFile file = new SourceFile("c", text);
        int at = text.indexOf("/work");
        return Finding.at(new Location(file, new Span(at, at + 5)))
                .container("a")
                .evidence("/work")
                .says(message);
    }

    @Test
    void sarifFixesAreWhole() {
        JSONObject result = result(HostileResult.all(), 6);
        assertThat(result.getString("ruleId")).isEqualTo("tmpfs-unbounded");
        JSONArray fixes = result.getJSONArray("fixes");
        assertThat(fixes.length()).isEqualTo(2);
        JSONArray replacements = fixes.getJSONObject(0)
                .getJSONArray("artifactChanges")
                .getJSONObject(0)
                .getJSONArray("replacements");
        assertThat(replacements.length()).isEqualTo(2);
        assertThat(replacements
                        .getJSONObject(1)
                        .getJSONObject("insertedContent")
                        .getString("text"))
                .isEqualTo("  added: 1\n");
    }

    @Test
    void aFilesTextMakesNoLinkInSarif() {
        String message = result(HostileResult.all(), 1).getJSONObject("message").getString("text");
        assertThat(message).contains("[l\\](http://evil.example)").endsWith(" wide](1))");
    }

    @Test
    void pathsOfServicesAreBelowTheirRoot(@TempDir Path root) throws IOException {
        Path directory = Files.createDirectories(root.resolve("sub dir"));
        Files.writeString(directory.resolve("compose.yaml"), "");
        Files.createSymbolicLink(root.resolve("link.yaml"), directory.resolve("compose.yaml"));
        ReportPaths paths = ReportPaths.below(directory.toFile(), root.toFile());
        assertThat(paths.of("compose.yaml")).isEqualTo("sub dir/compose.yaml");
        assertThat(paths.of("../x.yaml")).isEqualTo("x.yaml");
        assertThat(paths.of("../link.yaml")).isEqualTo("sub dir/compose.yaml");
        assertThat(paths.of("../../x.yaml")).isEqualTo("../../x.yaml");
        assertThat(paths.of(new File(directory.toFile(), "y").getPath().replace(File.separatorChar, '/')))
                .isEqualTo("sub dir/y");
        assertThat(paths.directory()).isEqualTo("sub dir/");
        LintResult result = one(tmpfs("/work", "m"));
        assertThat(Written.by(Reporters.of(Format.SARIF, paths), result))
                .contains("\"uri\":\"sub%20dir/c\"")
                .contains("\"id\":\"plimsoll/sub dir/\"");
        assertThat(Written.by(Reporters.of(Format.GITLAB, paths), result)).contains("\"path\":\"sub dir/c\"");
        assertThat(Written.by(Reporters.of(Format.GITHUB, paths), result))
                .startsWith("::warning file=sub dir/c,line=1,");
        assertThat(ReportPaths.asShown().of("../x")).isEqualTo("../x");
        assertThat(ReportPaths.asShown().directory()).isEmpty();
    }

    @Test
    void absolutePathsAreFileUris() {
        assertThat(Uris.of("/a b/界.yaml")).isEqualTo("file:///a%20b/%E7%95%8C.yaml");
        assertThat(Uris.of("C:/a")).isEqualTo("file:///C%3A/a");
        assertThat(Uris.of("a:b/../c%")).isEqualTo("a%3Ab/../c%25");
    }

    private static JSONArray gitlab(LintResult result) {
        return new JSONArray(Written.by(Reporters.of(Format.GITLAB), result));
    }

    @Test
    void gitlabFollowsItsSchema() {
        Schema schema = schema("gitlab.schema.json");
        validate(schema, gitlab(HostileResult.all()));
        assertThat(Written.by(Reporters.of(Format.GITLAB), CLEAN)).isEqualTo("[]\n");
        assertThatCode(() -> schema.validate(new JSONArray("[{}]"))).isInstanceOf(ValidationException.class);
    }

    @Test
    void gitlabsFingerprintsAreUnique() {
        JSONArray issues = gitlab(HostileResult.all());
        Set<String> fingerprints = new HashSet<>();
        for (int i = 0; i < issues.length(); i++) {
            fingerprints.add(issues.getJSONObject(i).getString("fingerprint"));
        }
        assertThat(fingerprints).hasSize(issues.length()).hasSize(9);
    }

    private static JSONArray rdjson(LintResult result) {
        return new JSONObject(Written.by(Reporters.of(Format.RDJSON), result)).getJSONArray("diagnostics");
    }

    @Test
    void rdjsonFollowsItsSchema() {
        Schema schema = schema("rdjson.schema.json");
        validate(schema, new JSONObject(Written.by(Reporters.of(Format.RDJSON), HostileResult.all())));
        validate(schema, new JSONObject(Written.by(Reporters.of(Format.RDJSON), CLEAN)));
        assertThatCode(() -> schema.validate(new JSONObject("{\"diagnostics\":[]}")))
                .isInstanceOf(ValidationException.class);
    }

    private static JSONObject suggestion(String text, Edit... edits) {
        SourceFile file = edits[0].at().file();
        Finding finding = Finding.at(new Location(file, new Span(0, 1)))
                .fix(new Fix("f", Safety.SAFE, List.of(edits)))
                .says("m");
        JSONObject diagnostic = rdjson(one(finding)).getJSONObject(0);
        assertThat(file.text()).isEqualTo(text);
        return diagnostic.has("suggestions")
                ? diagnostic.getJSONArray("suggestions").getJSONObject(0)
                : new JSONObject();
    }

    private static Edit edit(SourceFile file, int start, int end, String text) {
        return new Edit(new Location(file, new Span(start, end)), text);
    }

    @Test
    void rdjsonSuggestsWholeLines() {
        String text = "é😀: 1\nb: 2\nc: 3\n";
        SourceFile file = new SourceFile("c", text);
        int b = text.indexOf('b');
        int c = text.indexOf('c');
        String changed =
                "{\"range\":{\"start\":{\"line\":1,\"column\":1},\"end\":{\"line\":1,\"column\":10}},\"text\":\"é😀: x\"}";
        assertThat(suggestion(text, edit(file, 5, 6, "x")).similar(new JSONObject(changed)))
                .isTrue();
        String inserted =
                "{\"range\":{\"start\":{\"line\":2,\"column\":1},\"end\":{\"line\":2,\"column\":5}},\"text\":\"b: 2\\nx: 1\"}";
        assertThat(suggestion(text, edit(file, c, c, "x: 1\n")).similar(new JSONObject(inserted)))
                .isTrue();
        String deleted =
                "{\"range\":{\"start\":{\"line\":2,\"column\":1},\"end\":{\"line\":3,\"column\":1}},\"text\":\"\"}";
        assertThat(suggestion(text, edit(file, b, c, "")).similar(new JSONObject(deleted)))
                .isTrue();
        String neighbours =
                "{\"range\":{\"start\":{\"line\":2,\"column\":1},\"end\":{\"line\":3,\"column\":5}},\"text\":\"B: 2\\nC: 3\"}";
        assertThat(suggestion(text, edit(file, b, b + 1, "B"), edit(file, c, c + 1, "C"))
                        .similar(new JSONObject(neighbours)))
                .isTrue();
        assertThat(suggestion(text, edit(file, 0, 1, "A"), edit(file, c, c + 1, "C"))
                        .isEmpty())
                .as("lines that are apart")
                .isTrue();
    }

    @Test
    void aSuggestionKeepsTheFilesLineBreaks() {
        SourceFile file = new SourceFile("c", "a\r\nb\r\n");
        assertThat(suggestion(file.text(), edit(file, 1, 1, "\r\nx")).getString("text"))
                .isEqualTo("a\r\nx");
    }
}
