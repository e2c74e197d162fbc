package dev.plimsoll.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.LoadOptions;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.ProjectLoader;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.testkit.RuleFixture;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing that is said quotes the value of a variable, unless it was understood as an image: in every fixture of every
 * rule, each scalar in turn gets a secret from a variable, in front, at its end, and behind each of its separators, so
 * that the rule still sees what it looks for. A new rule is held to it by its own fixtures.
 */
class VariableValuesTest {
    private static final String SECRET = "q7zsecret";
    private static final String NAME = "TOKEN";
    private static final List<String> ALL =
            RuleCatalog.builtIn().rules().stream().map(RuleMetadata::id).toList();
    private static final Linter LINTER =
            new Linter(RuleCatalog.builtIn(), new RuleSelection(Profile.STRICT, ALL, List.of()));

    /** Where a value is understood as an image. */
    private static final Set<String> IMAGES = Set.of("image");

    @TestFactory
    Stream<DynamicTest> noFindingQuotesAVariable() {
        return RuleFixture.all().stream()
                .filter(fixture -> fixture.path().toString().endsWith(".yaml"))
                .map(fixture -> dynamicTest(fixture.toString(), () -> plant(fixture)));
    }

    private static void plant(RuleFixture fixture) {
        Set<String> leaks = new TreeSet<>();
        for (YamlScalar scalar : scalars(fixture.source())) {
            String value = scalar.value();
            for (int at : places(value)) {
                String part = value.substring(0, at) + "${" + NAME + "}" + value.substring(at);
                check(fixture, scalar, part, SECRET, leaks);
            }
            // the whole value from the variable
            check(fixture, scalar, "${" + NAME + "}", value + SECRET, leaks);
        }
        assertThat(leaks).isEmpty();
    }

    private static List<Integer> places(String value) {
        Set<Integer> places = new TreeSet<>(List.of(0, value.length()));
        for (int i = 0; i < value.length(); i++) {
            if (":/=,. ".indexOf(value.charAt(i)) >= 0) {
                places.add(i);
                places.add(i + 1);
            }
        }
        return List.copyOf(places);
    }

    private static void check(RuleFixture fixture, YamlScalar scalar, String written, String value, Set<String> leaks) {
        String text = fixture.source().text();
        Span span = scalar.location().span();
        String quoted =
                '"' + written.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        String planted = text.substring(0, span.start()) + quoted + text.substring(span.end());
        for (String said : said(fixture.path(), planted, value)) {
            if (said.contains(SECRET)) {
                leaks.add(said + "   <- " + scalar.location().start() + " " + written + " = " + value);
            }
        }
    }

    private static List<String> said(Path path, String text, String value) {
        File file = path.toFile();
        ProjectFiles files = new ProjectFiles(
                File::getPath, new TrustBoundary(file.getAbsoluteFile().getParentFile()));
        files.put(file, new SourceFile(path.toString(), text));
        LoadOptions options =
                new LoadOptions(new Variables(Map.of(NAME, value), false), List.of(), false, false, List.of());
        Loaded loaded = ProjectLoader.load(List.of(file), files, options);
        List<dev.plimsoll.diagnostic.Defect> defects = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Diagnostic diagnostic : LINTER.check(loaded, defects)) {
            add(diagnostic, said);
        }
        for (InputError error : loaded.errors()) {
            said.add("error: " + error.message());
        }
        assertThat(defects).isEmpty();
        return said;
    }

    private static void add(Diagnostic diagnostic, List<String> said) {
        Finding finding = diagnostic.finding();
        String rule = diagnostic.rule();
        said.add(rule + " message: " + finding.message());
        said.add(rule + " evidence: " + finding.evidence());
        said.add(rule + " container: " + finding.container().orElse(""));
        said.add(rule + " help: " + finding.help().orElse(""));
        said.add(rule + " refusal: " + finding.refusal().orElse(""));
        for (Label label : finding.related()) {
            said.add(rule + " label: " + label.message());
        }
        for (Fix fix : finding.fixes()) {
            said.add(rule + " fix: " + fix.title());
            for (Edit edit : fix.edits()) {
                said.add(rule + " edit: " + edit.text());
            }
        }
    }

    private static List<YamlScalar> scalars(SourceFile file) {
        List<YamlScalar> scalars = new ArrayList<>();
        try {
            for (YamlNode document : YamlParser.parse(file)) {
                collect(document, "", scalars);
            }
        } catch (YamlSyntaxException e) {
            // a fixture of that very error
            return List.of();
        }
        return scalars;
    }

    private static void collect(YamlNode node, String key, List<YamlScalar> scalars) {
        if (node instanceof YamlScalar scalar) {
            boolean plain = scalar.tag().isEmpty() && !scalar.isReferenced();
            boolean flow = scalar.style() == YamlScalar.Style.PLAIN
                    || scalar.style() == YamlScalar.Style.DOUBLE_QUOTED
                    || scalar.style() == YamlScalar.Style.SINGLE_QUOTED;
            if (plain && flow && !IMAGES.contains(key) && !scalar.value().isEmpty()) {
                scalars.add(scalar);
            }
        } else if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                collect(item, key, scalars);
            }
        } else if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                collect(entry.value(), entry.key() instanceof YamlScalar name ? name.value() : "", scalars);
            }
        }
    }
}
