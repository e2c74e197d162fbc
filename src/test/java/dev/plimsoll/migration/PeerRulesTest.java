package dev.plimsoll.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.testkit.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of other linters' rules, and the page that is made from it. */
class PeerRulesTest {
    private static final Path PAGE = Path.of("src/docs/migration.md");
    private static final String BEGIN = "<!-- peers: begin -->\n";
    private static final String END = "<!-- peers: end -->";

    /** How many rules each linter has: a row that is lost would silently translate less. */
    @Test
    void holdsAllRulesOfAllLinters() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (PeerRule rule : PeerRules.all()) {
            counts.merge(rule.tool(), 1, Integer::sum);
        }
        assertThat(counts).containsExactlyEntriesOf(new LinkedHashMap<>(Map.of()) {
            private static final long serialVersionUID = 1L;

            {
                put("dclint", 18);
                put("compose-lint", 30);
                put("KICS", 22);
                put("semgrep", 9);
                put("docker compose", 7);
            }
        });
    }

    @Test
    void everyRowOfTheFileIsRead() throws IOException {
        long rows = Files.readString(Path.of("rules/peers.tsv"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
        assertThat(PeerRules.all()).hasSize((int) rows);
    }

    @Test
    void namesRulesAndOptionsThatThereAre() {
        List<String> unknown = new ArrayList<>();
        for (PeerRule rule : PeerRules.all()) {
            for (PeerRule.Counterpart ours : rule.counterparts()) {
                RuleMetadata page = RuleCatalog.builtIn().find(ours.rule()).orElse(null);
                if (page == null || (!ours.isWhole() && !page.options().containsKey(ours.option()))) {
                    unknown.add(rule.id() + ": " + ours);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void saysWhyARuleHasNoCounterpart() {
        Set<String> ids = new HashSet<>();
        for (PeerRule rule : PeerRules.all()) {
            assertThat(ids.add(rule.tool() + " " + rule.id())).as(rule.id()).isTrue();
            assertThat(!rule.counterparts().isEmpty() || !rule.note().isBlank())
                    .as(rule.id())
                    .isTrue();
        }
    }

    @Test
    void findsRulesAsTheirLintersDo() {
        assertThat(PeerRules.find(PeerRules.KICS, "BAA452F0-1F21-4A25-ACE5-844E7A5F410D"))
                .isNotNull();
        assertThat(PeerRules.find(PeerRules.SEMGREP, "privileged-service")).isNotNull();
        assertThat(PeerRules.find(PeerRules.SEMGREP, "service")).isNull();
        assertThat(PeerRules.find(PeerRules.COMPOSE_LINT, "cl-0001")).isNull();
        assertThat(PeerRules.find(PeerRules.DCLINT, "CL-0001")).isNull();
    }

    @Test
    void thePageHasTheTable() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        Goldens.check(PAGE, page.substring(0, begin) + table() + page.substring(page.indexOf(END)));
    }

    private static String table() {
        StringBuilder out = new StringBuilder();
        String tool = "";
        for (PeerRule rule : PeerRules.all()) {
            if (!rule.tool().equals(tool)) {
                tool = rule.tool();
                out.append("\n### ").append(tool).append("\n\n| rule | here | |\n|---|---|---|\n");
            }
            List<String> ours = new ArrayList<>();
            for (PeerRule.Counterpart counterpart : rule.counterparts()) {
                ours.add("[`" + counterpart.rule() + "`](../../rules/" + counterpart.rule() + ".md)"
                        + (counterpart.isWhole() ? "" : ", `" + counterpart.option() + "`"));
            }
            out.append("| `").append(rule.id()).append('`').append(rule.name().isEmpty() ? "" : " " + rule.name());
            out.append(" | ").append(ours.isEmpty() ? "none" : String.join(", ", ours));
            out.append(" | ").append(rule.note()).append(" |\n");
        }
        return out.append('\n').toString();
    }
}
