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
 * @param through the alias that brings what is written there to the container, whose comments count too; empty if none
 *     does
 * @param container the container that it is about; empty if it is about the project
 * @param message the fact with its numbers, then the consequence: lower case, no final period
 * @param evidence what tells this finding from others of the same rule in the same container, independent of wording and
 *     line: a mount's target, an option's name
 * @param related places that show the cause
 * @param help the way out in words; empty where there is none to give
 * @param fixes the way out as edits, the preferred first
 * @param refusal why the way out cannot be written as edits; empty where it is, or where there is none
 * @param stopsLoading whether Docker refuses to load the project because of it, where other findings of the rule do not
 *     keep it from loading
 * @param confidential whether its lines hold what reports must not repeat, such as a password
 */
public record Finding(
        Location at,
        Optional<Location> through,
        Optional<String> container,
        String message,
        String evidence,
        List<Label> related,
        Optional<String> help,
        List<Fix> fixes,
        Optional<String> refusal,
        boolean stopsLoading,
        boolean confidential) {
    /** UTF-16 units of the evidence that count; those behind tell no two findings apart. */
    private static final int MAX_EVIDENCE = 10_000;

    private static final String WITHHELD =
            "this rule has a finding that depends on a file outside of the work tree, whose content is not shown";
    private static final String WITHHELD_LABEL = "part of the cause";
    private static final String WITHHELD_HELP = "run plimsoll on that file, or from a directory that holds both";

    /** Copies the lists; keeps the content of withheld files from all who report the finding. */
    public Finding {
        if (isWithheld(at, related)) {
            at = at.forReports();
            through = Optional.empty();
            container = Optional.empty();
            message = WITHHELD;
            evidence = "";
            related = places(related);
            help = Optional.of(WITHHELD_HELP);
            fixes = List.of();
            refusal = Optional.empty();
        }
        container = Shortened.words(container);
        message = Shortened.words(message);
        help = Shortened.words(help);
        refusal = Shortened.words(refusal);
        evidence = evidence.length() <= MAX_EVIDENCE ? evidence : evidence.substring(0, MAX_EVIDENCE);
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    private static boolean isWithheld(Location at, List<Label> related) {
        if (at.file().isWithheld()) {
            return true;
        }
        for (Label label : related) {
            if (label.at().file().isWithheld()) {
                return true;
            }
        }
        return false;
    }

    private static List<Label> places(List<Label> related) {
        List<Label> places = new ArrayList<>(related.size());
        for (Label label : related) {
            places.add(new Label(label.at().forReports(), WITHHELD_LABEL));
        }
        return places;
    }

    /** The same finding without a word that may come from a withheld file: the place is all that is left. */
    public Finding withheld() {
        return new Finding(
                at,
                Optional.empty(),
                Optional.empty(),
                WITHHELD,
                "",
                places(related),
                Optional.of(WITHHELD_HELP),
                List.of(),
                Optional.empty(),
                stopsLoading,
                confidential);
    }

    /** The same finding on lines that reports must not repeat. */
    public Finding asConfidential() {
        return new Finding(
                at, through, container, message, evidence, related, help, fixes, refusal, stopsLoading, true);
    }

    /** The same finding as reports may have it: if it is confidential, at the same places of files without content. */
    public Finding forReports() {
        if (!confidential) {
            return this;
        }
        List<Label> places = new ArrayList<>(related.size());
        for (Label label : related) {
            places.add(new Label(label.at().withoutContent(), label.message()));
        }
        return new Finding(
                at.withoutContent(),
                through,
                container,
                message,
                evidence,
                places,
                help,
                fixes,
                refusal,
                stopsLoading,
                true);
    }

    /** The same finding with another way out: in words, as edits, or why it cannot be written as edits. */
    public Finding withWayOut(Optional<String> words, List<Fix> edits, Optional<String> reason) {
        return new Finding(
                at, through, container, message, evidence, related, words, edits, reason, stopsLoading, confidential);
    }

    /** The same finding with other places that show the cause. */
    public Finding withRelated(List<Label> places) {
        return new Finding(
                at, through, container, message, evidence, places, help, fixes, refusal, stopsLoading, confidential);
    }

    /**
     * The same finding, told of others too.
     *
     * @param others of whom: words that follow "the same goes for"
     * @param places what shows the cause, of the others too
     * @param way the finding whose way out is given
     */
    public Finding alsoOf(String others, List<Label> places, Finding way) {
        String all = message + "; the same goes for " + others;
        return new Finding(
                at,
                through,
                container,
                all,
                evidence,
                places,
                way.help,
                way.fixes,
                way.refusal,
                stopsLoading,
                confidential);
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
        private @Nullable Location through;
        private @Nullable String container;
        private @Nullable String help;
        private @Nullable String refusal;
        private String evidence = "";
        private boolean stopsLoading;
        private boolean confidential;

        private Builder(Location at) {
            this.at = at;
        }

        /** The alias that brings it to the container. */
        public Builder through(Location alias) {
            this.through = alias;
            return this;
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

        /** Says that Docker refuses to load the project because of it. */
        public Builder stopsLoading() {
            this.stopsLoading = true;
            return this;
        }

        /** Says that its lines hold what reports must not repeat. */
        public Builder confidential() {
            this.confidential = true;
            return this;
        }

        /** The finding. */
        public Finding says(String message) {
            return new Finding(
                    at,
                    Optional.ofNullable(through),
                    Optional.ofNullable(container),
                    message,
                    evidence,
                    related,
                    Optional.ofNullable(help),
                    fixes,
                    Optional.ofNullable(refusal),
                    stopsLoading,
                    confidential);
        }
    }
}
