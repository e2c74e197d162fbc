package dev.plimsoll.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The switch from rule pages to classes, and what is said where one of the two is missing. */
class RuleSwitchTest {
    private static final String PAGE = """
            ---
            id: some-rule
            looks-at: tmpfs
            options:
              at-least:
                type: size
                default: 1m
            references:
              - https://example.com/
            ---

            summary
            """;
    private static final String CLASS = """
            package dev.plimsoll.rule.tmpfs;

            public final class SomeRule implements ContainerRule {
                public SomeRule(ByteSize atLeast, ImageCatalog images) {}
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeARule() throws IOException {
        page("some-rule", PAGE);
        rule("SomeRule", CLASS);
        // what rules share is no rule
        rule("Modes", "final class Modes {}");
    }

    private void page(String id, String text) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve(id + ".md"), text);
        Files.writeString(rules.resolve("images.yaml"), "images: []");
    }

    private void rule(String name, String text) throws IOException {
        Path category = Files.createDirectories(folder.resolve("java/dev/plimsoll/rule/tmpfs"));
        Files.writeString(category.resolve(name + ".java"), text);
    }

    private List<String> write() throws IOException {
        return RuleSwitch.write(
                folder.resolve("rules").toFile(),
                folder.resolve("java").toFile(),
                new SourceFolder(folder.resolve("out").toFile()));
    }

    private Path written() {
        return folder.resolve("out/dev/plimsoll/engine/BuiltInRules.java");
    }

    @Test
    void makesAClassWithItsOptions() throws IOException {
        assertThat(write()).isEmpty();
        assertThat(Files.readString(written()))
                .contains("case \"some-rule\" -> new dev.plimsoll.rule.tmpfs.SomeRule("
                        + "RuleOptions.size(page, \"at-least\"), images);\n")
                .doesNotContain("Modes");
    }

    @Test
    void leavesWhatIsRightAlone() throws IOException {
        assertThat(write()).isEmpty();
        Files.setLastModifiedTime(written(), java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(write()).isEmpty();
        assertThat(Files.getLastModifiedTime(written()).toMillis()).isZero();
        page("other", PAGE.replace("looks-at: tmpfs", "looks-at: [text]"));
        rule("Another", CLASS.replace("SomeRule", "Another").replace("ByteSize atLeast", "ByteSize atLeast"));
        page("another", PAGE);
        assertThat(write()).isEmpty();
        assertThat(Files.readString(written())).contains("rule.tmpfs.Another(").doesNotContain("\"other\"");
    }

    @Test
    void wantsAClassForAPageAndAPageForAClass() throws IOException {
        page("lonely-page", PAGE);
        rule("LonelyClass", CLASS.replace("SomeRule", "LonelyClass"));
        assertThat(write())
                .containsExactly(
                        "rules/lonely-page.md: there is no class of this rule: write"
                                + " dev/plimsoll/rule/<category>/LonelyPage.java, or say looks-at: text if the readers make"
                                + " its findings",
                        "dev/plimsoll/rule/tmpfs/LonelyClass.java: there is no page of this rule: write"
                                + " rules/lonely-class.md");
        assertThat(written()).doesNotExist();
    }

    @Test
    void aRuleOfTheReadersHasNoClass() throws IOException {
        page("some-rule", PAGE.replace("looks-at: tmpfs", "looks-at: text"));
        assertThat(write())
                .containsExactly("dev/plimsoll/rule/tmpfs/SomeRule.java: rules/some-rule.md says looks-at: text,"
                        + " which is for rules without a class");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ByteSize atLeast | ByteSize least | has no option \"least\" for the parameter least",
                "ByteSize atLeast | long atLeast   | a rule takes no long: known are ImageCatalog, SizePolicy, ByteSize,",
                "ByteSize atLeast, |               | SomeRule has no parameter for the option \"at-least\"",
            })
    void wantsOptionsAndParametersToAgree(String good, String bad, String mistake) throws IOException {
        rule("SomeRule", CLASS.replace(good, bad == null ? "" : bad));
        assertThat(String.join("\n", write())).contains(mistake);
        assertThat(written()).doesNotExist();
    }
}
