package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.Fixer;
import dev.plimsoll.fix.Selection;
import dev.plimsoll.fix.UnifiedDiff;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import dev.plimsoll.testkit.RuleFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** All fixes of a file made together, whatever the file: it still parses, nothing is left to do, and nothing fails. */
class FixPropertyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int TRIES = 300;

    private static final List<String> SIGNS = List.of(
            "/",
            "./",
            ":",
            ",",
            "=",
            "\"",
            "'",
            "-",
            " ",
            "0",
            "m",
            "g",
            "%",
            "${X}",
            "source=",
            "type=volume,",
            "#",
            "[");

    private static final Linter STRICT =
            new Linter(RuleCatalog.builtIn(), new RuleSelection(Profile.STRICT, List.of(), List.of()));

    @Provide
    Arbitrary<String> mutated() {
        return HostileFiles.mutated();
    }

    @Provide
    Arbitrary<String> valid() {
        return ComposeFiles.all();
    }

    @Property(seed = "20261121", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aValidFileIsFixedOnce(@ForAll("valid") String text) {
        assertTimeoutPreemptively(DEADLINE, () -> check(new SourceFile("compose.yaml", text)));
    }

    @Property(seed = "20261121", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anyFileIsFixedOnce(@ForAll("mutated") String text) {
        assertTimeoutPreemptively(DEADLINE, () -> check(new SourceFile("compose.yaml", text)));
    }

    /** What rules are tested with, a few places of it changed: close to what people write, and to what fixes are for. */
    @Property(seed = "20261127", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aMutatedFixtureIsFixedOnce(@ForAll("mutatedFixtures") SourceFile file) {
        assertTimeoutPreemptively(DEADLINE, () -> check(file));
    }

    @Provide
    Arbitrary<SourceFile> mutatedFixtures() {
        List<RuleFixture> fixtures = new ArrayList<>();
        for (RuleFixture fixture : RuleFixture.all()) {
            if (fixture.isBad()) {
                fixtures.add(fixture);
            }
        }
        return Arbitraries.of(fixtures).flatMap(fixture -> mutation(fixture.text())
                .map(text -> new SourceFile(fixture.source().name(), text)));
    }

    /** Some lines left out, doubled or cut short, some signs put in. */
    private static Arbitrary<String> mutation(String text) {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
            for (int i = random.nextInt(4); i > 0 && lines.size() > 1; i--) {
                int at = random.nextInt(lines.size());
                String line = lines.get(at);
                int middle = random.nextInt(line.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(at, line);
                    case 2 -> lines.set(at, line.substring(0, middle) + (line.endsWith("\n") ? "\n" : ""));
                    default -> {
                        String sign = SIGNS.get(random.nextInt(SIGNS.size()));
                        lines.set(at, line.substring(0, middle) + sign + line.substring(middle));
                    }
                }
            }
            return String.join("", lines);
        });
    }

    private static Checked lint(SourceFile file) {
        if (HostKind.named(file.path()) != HostKind.NONE) {
            LintResult result = Lint.strict(file);
            return new Checked(result.diagnostics(), result.errors(), result.defects());
        }
        Loaded loaded = ComposeReader.read(file, List.of());
        List<Defect> defects = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>(STRICT.check(loaded, defects));
        diagnostics.sort(Linter.BY_PLACE);
        return new Checked(diagnostics, loaded.errors(), defects);
    }

    private static Fixed fix(SourceFile file, boolean unsafeToo) {
        return Fixer.fix(
                lint(file),
                changed -> lint(changed.getOrDefault(file.path(), file)),
                any -> Optional.empty(),
                Selection.all(unsafeToo));
    }

    private static void check(SourceFile file) {
        for (boolean unsafeToo : new boolean[] {false, true}) {
            Fixed fixed = fix(file, unsafeToo);
            assertThat(fixed.files().isEmpty()).isEqualTo(fixed.applied().isEmpty());
            if (fixed.files().isEmpty()) {
                continue;
            }
            SourceFile after = fixed.files().get(0).after();
            String diff = UnifiedDiff.of(fixed.files().get(0));
            assertThat(diff).isNotEmpty();
            assertThat(after.hasByteOrderMark()).isEqualTo(file.hasByteOrderMark());
            assertThat(messages(lint(after))).as(diff).isSubsetOf(messages(lint(file)));
            assertThat(lint(after).defects()).isEmpty();
            Fixed again = fix(after, unsafeToo);
            assertThat(again.files())
                    .as("a second run after %s\nmade %s", diff, again.applied())
                    .isEmpty();
        }
    }

    private static List<String> messages(Checked checked) {
        return checked.errors().stream().map(InputError::message).toList();
    }
}
