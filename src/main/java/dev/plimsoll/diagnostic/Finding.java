package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one place. Severity, id and the link to the rule's page are not here: the engine stamps them.
 *
 * @param at the place to look at
 * @param container the container that it is about; empty if it is about the project
 * @param message the fact with its numbers, then the consequence: lower case, no final period
 * @param evidence what tells this finding from others of the same rule in the same container, independent of wording and
 *     line: a mount's target, an option's name
 * @param related places that show the cause
 * @param help the way out in words; empty where there is none to give
 * @param fixes the way out as edits, the preferred first
 * @param refusal why the way out cannot be written as edits; empty where it is, or where there is none
 */
public record Finding(
        Location at,
        Optional<String> container,
        String message,
        String evidence,
        List<Label> related,
        Optional<String> help,
        List<Fix> fixes,
        Optional<String> refusal) {
    /** Copies the lists. */
    public Finding {
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** Starts a finding. */
    public static Builder at(Location at) {
        return new Builder(at);
    }

    /** Collects the parts of a finding. */
    public static final class Builder {
        private final Location at;
        private final List<Label> related = new ArrayList<>();
        private final List<Fix> fixes = new ArrayList<>();
        private @Nullable String container;
        private @Nullable String help;
        private @Nullable String refusal;
        private String evidence = "";

        private Builder(Location at) {
            this.at = at;
        }

        /** The container's name. */
        public Builder container(String name) {
            this.container = name;
            return this;
        }

        /** What tells this finding from its siblings. */
        public Builder evidence(String what) {
            this.evidence = what;
            return this;
        }

        /** A place that shows the cause, unless it is the finding's own place. */
        public Builder label(Location place, String message) {
            if (!place.equals(at)) {
                related.add(new Label(place, message));
            }
            return this;
        }

        /** The way out in words. */
        public Builder help(String words) {
            this.help = words;
            return this;
        }

        /** The way out as edits. */
        public Builder fix(Fix fix) {
            fixes.add(fix);
            return this;
        }

        /** Why the way out cannot be written as edits: lower case, no final period. */
        public Builder refusal(String reason) {
            this.refusal = reason;
            return this;
        }

        /** The finding. */
        public Finding says(String message) {
            return new Finding(
                    at,
                    Optional.ofNullable(container),
                    message,
                    evidence,
                    related,
                    Optional.ofNullable(help),
                    fixes,
                    Optional.ofNullable(refusal));
        }
    }
}
