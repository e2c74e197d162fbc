package dev.plimsoll.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of other linters that {@code rules/peers.tsv} lists. */
public final class PeerRules {
    /** The linter of zavoloklom. */
    public static final String DCLINT = "dclint";

    /** The linter of tmatens. */
    public static final String COMPOSE_LINT = "compose-lint";

    /** Checkmarx' scanner, its queries for Docker Compose. */
    public static final String KICS = "KICS";

    /** semgrep, with its own rules and those of Trail of Bits. */
    public static final String SEMGREP = "semgrep";

    private static final String TABLE = "/dev/plimsoll/rules/peers.tsv";
    private static final int COLUMNS = 6;
    private static final List<PeerRule> ALL = List.copyOf(read());

    private PeerRules() {}

    /** All of them, in the order of the table. */
    public static List<PeerRule> all() {
        return ALL;
    }

    /** Those of a linter. */
    public static List<PeerRule> of(String tool) {
        List<PeerRule> rules = new ArrayList<>();
        for (PeerRule rule : all()) {
            if (rule.tool().equals(tool)) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** The rule of an id, or of the last part of one with points; null if the table has none. Case does not count for KICS. */
    public static @Nullable PeerRule find(String tool, String id) {
        for (PeerRule rule : all()) {
            boolean last = tool.equals(SEMGREP) && rule.id().endsWith("." + id);
            boolean same = tool.equals(KICS)
                    ? rule.id().equalsIgnoreCase(id)
                    : rule.id().equals(id);
            if (rule.tool().equals(tool) && (same || last)) {
                return rule;
            }
        }
        return null;
    }

    private static List<PeerRule> read() {
        List<PeerRule> rules = new ArrayList<>();
        try (InputStream table = PeerRules.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the build left out " + TABLE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length == COLUMNS) {
                    rules.add(new PeerRule(
                            columns[0],
                            columns[1],
                            columns[2],
                            columns[3],
                            PeerRule.counterparts(columns[4]),
                            columns[5]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
