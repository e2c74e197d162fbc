package dev.plimsoll.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.catalog.FixKind;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Goldens;
import dev.plimsoll.testkit.Lint;
import dev.plimsoll.testkit.RuleFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fixture of every rule: the exact findings, the fixed text, and that neither depends on line ends or a BOM. */
class RuleFixturesTest {
    @TestFactory
    Stream<DynamicNode> fixtures() {
        return RuleFixture.all().stream().map(fixture -> dynamicContainer(fixture.toString(), tests(fixture).stream()));
    }

    private static List<DynamicTest> tests(RuleFixture fixture) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("findings", () -> findings(fixture)));
        tests.add(dynamicTest("same findings with CR LF and BOM", () -> variants(fixture)));
        if (fixture.isBad()) {
            tests.add(dynamicTest("fixes", () -> fixes(fixture)));
            tests.add(dynamicTest("fixes keep CR LF", () -> fixesKeepLineEnds(fixture)));
        }
        return tests;
    }

    private static void findings(RuleFixture fixture) {
        LintResult result = Lint.only(fixture.rule(), fixture.source());
        assertThat(result.defects()).isEmpty();
        List<RuleFixture.Expected> expected = fixture.expected();
        assertThat(expected.isEmpty())
                .as("a bad fixture expects findings, a good one none")
                .isEqualTo(!fixture.isBad());
        List<String> unexpected = new ArrayList<>();
        List<RuleFixture.Expected> missing = new ArrayList<>(expected);
        for (Diagnostic diagnostic : result.diagnostics()) {
            RuleFixture.Expected match = missing.stream()
                    .filter(e -> e.matches(diagnostic))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                unexpected.add(shown(diagnostic));
            } else {
                missing.remove(match);
            }
        }
        assertThat(unexpected)
                .as("findings that no comment announces; missing: %s", missing)
                .isEmpty();
        assertThat(missing).as("announced and not found").isEmpty();
    }

    private static void variants(RuleFixture fixture) {
        List<String> plain = shown(Lint.only(fixture.rule(), fixture.source()));
        String crlf = fixture.text().replace("\n", "\r\n");
        assertThat(shown(Lint.only(fixture.rule(), fixture.source(crlf)))).isEqualTo(plain);
        assertThat(shown(Lint.only(fixture.rule(), fixture.source("\uFEFF" + fixture.text()))))
                .isEqualTo(plain);
    }

    private static void fixes(RuleFixture fixture) {
        SourceFile source = fixture.source();
        SourceFile fixed = Lint.fixed(fixture.rule(), source);
        boolean changed = !fixed.text().equals(source.text());
        if (changed || java.nio.file.Files.exists(fixture.fixedPath())) {
            Goldens.check(fixture.fixedPath(), fixed.text());
        }
        assertThat(Lint.fixed(fixture.rule(), fixed).text()).as("a second run").isEqualTo(fixed.text());
        assertThat(Lint.strict(fixed).errors())
                .as("still loads as before")
                .hasSameSizeAs(Lint.strict(source).errors());
        Set<String> before = identities(Lint.strict(source));
        Set<String> after = identities(Lint.strict(fixed));
        after.removeAll(before);
        assertThat(after).as("new findings after the fixes").isEmpty();
    }

    private static void fixesKeepLineEnds(RuleFixture fixture) {
        String lf = Lint.fixed(fixture.rule(), fixture.source()).text();
        String crlf = Lint.fixed(fixture.rule(), fixture.source(fixture.text().replace("\n", "\r\n")))
                .text();
        assertThat(crlf).isEqualTo(lf.replace("\n", "\r\n"));
    }

    private static Set<String> identities(LintResult result) {
        Set<String> identities = new TreeSet<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            identities.add(diagnostic.rule() + " in "
                    + diagnostic.finding().container().orElse("-") + " on "
                    + diagnostic.finding().evidence());
        }
        return identities;
    }

    private static List<String> shown(LintResult result) {
        return result.diagnostics().stream().map(RuleFixturesTest::shown).toList();
    }

    private static String shown(Diagnostic diagnostic) {
        return diagnostic.finding().at().start() + "-"
                + diagnostic.finding().at().end() + " " + diagnostic.rule() + ": "
                + diagnostic.finding().message();
    }

    private static List<RuleMetadata> rules() {
        List<RuleMetadata> rules = new ArrayList<>(RuleCatalog.builtIn().rules());
        rules.removeIf(rule -> !RuleFixture.isAskedFor(rule.id()));
        assertThat(rules).as("there is no page of this rule").isNotEmpty();
        return rules;
    }

    @Test
    void everyRuleHasBadAndGoodFixtures() {
        for (RuleMetadata rule : rules()) {
            assertThat(RuleFixture.all())
                    .as(rule.id())
                    .anyMatch(f -> f.rule().equals(rule.id()) && f.isBad())
                    .anyMatch(f -> f.rule().equals(rule.id()) && !f.isBad());
        }
    }

    @Test
    void everyFixtureBelongsToARule() {
        for (RuleFixture fixture : RuleFixture.all()) {
            assertThat(RuleCatalog.builtIn().find(fixture.rule()))
                    .as(fixture.toString())
                    .isPresent();
        }
    }

    /** A page that promises a fix has a fixture that gets one, and no rule offers more than its page says. */
    @Test
    void fixesAreWhatThePagesPromise() {
        for (RuleMetadata rule : rules()) {
            Set<Safety> offered = new TreeSet<>();
            for (RuleFixture fixture : RuleFixture.all()) {
                if (fixture.rule().equals(rule.id())) {
                    for (Diagnostic diagnostic :
                            Lint.only(rule.id(), fixture.source()).diagnostics()) {
                        for (Fix fix : diagnostic.finding().fixes()) {
                            offered.add(fix.safety());
                        }
                    }
                }
            }
            Set<Safety> promised =
                    switch (rule.fix()) {
                        case NONE -> Set.of();
                        case SAFE -> Set.of(Safety.SAFE);
                        case UNSAFE -> Set.of(Safety.UNSAFE);
                    };
            assertThat(offered)
                    .as(rule.id() + " promises " + FixKind.valueOf(rule.fix().name()))
                    .isEqualTo(promised);
        }
    }
}
