package dev.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.diagnostic.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RuleCatalogTest {
    private final RuleCatalog catalog = new RuleCatalog(List.of(
            new RuleMetadata(
                    "swap-unlimited",
                    Severity.WARNING,
                    "memory",
                    Profile.DEFAULT,
                    "unsafe",
                    "0.1.0",
                    "",
                    "most",
                    true,
                    List.of(Facet.SWAP, Facet.MEMORY),
                    "no limit on swap",
                    RuleMetadata.settings(),
                    RuleMetadata.settings()),
            new RuleMetadata(
                    "tmpfs-crowds-memory",
                    Severity.INFO,
                    "tmpfs",
                    Profile.STRICT,
                    "none",
                    "0.2.0",
                    "true",
                    "",
                    false,
                    List.of(Facet.TMPFS),
                    "too much",
                    RuleMetadata.settings("ratio", "0.5", "empty", "", "expression", "a=b"),
                    RuleMetadata.settings("ratio", "number,of it,0.1,1"))));

    @Test
    void tellsWhatThePagesSay() {
        assertThat(catalog.rules())
                .extracting(RuleMetadata::id)
                .containsExactly("swap-unlimited", "tmpfs-crowds-memory");
        RuleMetadata rule = catalog.find("tmpfs-crowds-memory").orElseThrow();
        assertThat(rule.severity()).isEqualTo(Severity.INFO);
        assertThat(rule.category()).isEqualTo("tmpfs");
        assertThat(rule.profile()).isEqualTo(Profile.STRICT);
        assertThat(rule.fix()).isEqualTo(FixKind.NONE);
        assertThat(rule.since()).isEqualTo("0.2.0");
        assertThat(rule.refused()).isEqualTo(Refusing.ALL);
        assertThat(catalog.find("swap-unlimited").orElseThrow().refused()).isEqualTo(Refusing.NONE);
        assertThat(rule.telling()).isEqualTo(Telling.EACH);
        assertThat(catalog.find("swap-unlimited").orElseThrow().telling()).isEqualTo(Telling.MOST);
        assertThat(rule.silentInDocumentation()).isFalse();
        assertThat(catalog.find("swap-unlimited").orElseThrow().silentInDocumentation())
                .isTrue();
        assertThat(rule.summary()).isEqualTo("too much");
        assertThat(rule.options())
                .containsExactly(Map.entry("ratio", "0.5"), Map.entry("empty", ""), Map.entry("expression", "a=b"));
        assertThat(rule.looksAt()).containsExactly(Facet.TMPFS);
        assertThat(catalog.find("swap-unlimited").orElseThrow().looksAt()).containsExactly(Facet.SWAP, Facet.MEMORY);
        assertThat(rule.option("ratio")).isEqualTo(new RuleOption(RuleOption.Type.NUMBER, "of it", "0.1", "1"));
        assertThatThrownBy(() -> rule.option("none")).hasMessageContaining("lacks the option none");
        assertThat(catalog.categories()).containsExactly("memory", "tmpfs");
        assertThat(catalog.find("nothing")).isEmpty();
    }

    @Test
    void guessesWhatWasMeant() {
        assertThat(catalog.closest("swap-unlimitd")).contains("swap-unlimited");
        assertThat(catalog.closest("memry")).contains("memory");
        assertThat(catalog.closest("tmpfs-crowd-memory")).contains("tmpfs-crowds-memory");
        assertThat(catalog.closest("something-else")).isEmpty();
    }

    @Test
    void holdsTheRulesOfThisBuildWithTheirPages() {
        RuleCatalog builtIn = RuleCatalog.builtIn();
        List<RuleMetadata> rules = builtIn.rules();
        assertThat(rules).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        for (RuleMetadata rule : rules) {
            assertThat(builtIn.page(rule.id()).orElseThrow()).startsWith(rule.summary());
        }
        assertThat(builtIn.page("no-such-rule")).isEmpty();
        assertThat(builtIn.page("../images")).isEmpty();
    }

    /** The front matter is read line by line here, as YAML by the build. */
    @Test
    void readsTheReferencesThatTheBuildChecked() throws Exception {
        RuleCatalog builtIn = RuleCatalog.builtIn();
        for (RuleMetadata rule : builtIn.rules()) {
            String page = Files.readString(Path.of("rules", rule.id() + ".md"));
            String front = page.substring(4, page.indexOf("\n---"));
            Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(front);
            assertThat(builtIn.references(rule.id()))
                    .as(rule.id())
                    .isEqualTo(yaml.containsKey("references") ? yaml.get("references") : List.of());
            assertThat(builtIn.securitySeverity(rule.id()).isPresent())
                    .as(rule.id())
                    .isEqualTo(yaml.containsKey("security-severity"));
        }
        assertThat(builtIn.references("no-such-rule")).isEmpty();
        assertThat(builtIn.securitySeverity("no-such-rule")).isEmpty();
    }

    @Test
    void pagesMentionOnlyRulesThatThereAre() {
        RuleCatalog builtIn = RuleCatalog.builtIn();
        Pattern id = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");
        for (RuleMetadata rule : builtIn.rules()) {
            Matcher mentioned = id.matcher(builtIn.page(rule.id()).orElseThrow());
            while (mentioned.find()) {
                assertThat(builtIn.find(mentioned.group(1)))
                        .as("rules/%s.md mentions %s", rule.id(), mentioned.group(1))
                        .isPresent();
            }
        }
    }
}
