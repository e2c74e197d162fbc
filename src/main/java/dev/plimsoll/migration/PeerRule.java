package dev.plimsoll.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule of another linter.
 *
 * @param tool the linter
 * @param id its id in configurations and comments
 * @param name what it is called beside its id; empty where the id is its name
 * @param level its severity there, as the linter spells it; {@code -} for a rule that is withdrawn
 * @param counterparts what looks at the same here; none where nothing does
 * @param note what differs, or why nothing does; may be empty
 */
public record PeerRule(String tool, String id, String name, String level, List<Counterpart> counterparts, String note) {
    /** Copies the list. */
    public PeerRule {
        counterparts = List.copyOf(counterparts);
    }

    /**
     * A rule of ours.
     *
     * @param rule its id
     * @param option the option that takes the other linter's part out of it; empty if that part is all of it
     * @param words what to write there
     */
    public record Counterpart(String rule, String option, String words) {
        /** Reads {@code rule} or {@code rule{option=words}}. */
        static Counterpart parse(String written) {
            int brace = written.indexOf('{');
            if (brace < 0) {
                return new Counterpart(written, "", "");
            }
            int equals = written.indexOf('=', brace);
            return new Counterpart(
                    written.substring(0, brace),
                    written.substring(brace + 1, equals),
                    written.substring(equals + 1, written.length() - 1));
        }

        /** Whether it is about as much as the other linter's rule, or less. */
        public boolean isWhole() {
            return option.isEmpty();
        }
    }

    /** Reads the column with our rules: blanks separate them, unless they stand in braces. */
    static List<Counterpart> counterparts(String column) {
        List<Counterpart> found = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i <= column.length(); i++) {
            char c = i == column.length() ? ' ' : column.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ' ' && depth == 0) {
                if (i > from) {
                    found.add(Counterpart.parse(column.substring(from, i)));
                }
                from = i + 1;
            }
        }
        return found;
    }

    /** How messages and pages call it. */
    public String shown() {
        return name.isEmpty() ? id : id + " (" + name + ")";
    }
}
