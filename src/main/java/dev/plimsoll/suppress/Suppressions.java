package dev.plimsoll.suppress;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The comments of a run that ask for silence, and which of them were needed. A file that several projects share is read for
 * each of them; a comment that one project needs is needed.
 */
public final class Suppressions {
    /** What every such comment holds. A file without it need not be looked at. */
    public static final String MARKER = "plimsoll:";

    /** The rule about comments that cannot be obeyed. */
    public static final String INVALID = "suppression-invalid";

    /** The rule about comments that suppress nothing. */
    public static final String UNUSED = "suppression-unused";

    /** The rule about ignores of the configuration that hold no longer. */
    public static final String EXPIRED = "suppression-expired";

    /** The category of these rules. */
    public static final String CATEGORY = "suppression";

    private final RuleCatalog catalog;
    private final Map<String, Commented> files = new TreeMap<>();

    /** No comments yet; ids are looked up in a catalogue. */
    public Suppressions(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    private static final class Commented {
        final SourceFile file;
        final List<Directive> directives;
        final Map<String, RuleDirectives> byRule;
        /** The directives that were needed, for each rule that they name. */
        final Map<String, Set<Directive>> needed = new HashMap<>();

        final Set<String> ran = new HashSet<>();
        boolean readWhole = true;

        Commented(SourceFile file) {
            this.file = file;
            this.directives = DirectiveReader.read(file);
            this.byRule = RuleDirectives.of(directives, needed);
        }

        boolean isNeeded(Directive directive, String rule) {
            Set<Directive> ofRule = needed.get(rule);
            return ofRule != null && ofRule.contains(directive);
        }
    }

    private Commented of(SourceFile file) {
        Commented known = files.get(file.path());
        if (known == null) {
            known = new Commented(file);
            files.put(file.path(), known);
        }
        return known;
    }

    /**
     * Says that rules looked at a file.
     *
     * @param rules their ids
     * @param whole whether all of the project could be read; if not, rules may have been silent for that reason
     */
    public void ran(SourceFile file, Set<String> rules, boolean whole) {
        Commented commented = of(file);
        commented.ran.addAll(rules);
        commented.readWhole &= whole;
    }

    /**
     * The reason of the comments that ask for silence about a finding, the nearest first: its text, which is empty if they
     * give none. Empty if no comment does. All of these comments are needed from now on.
     *
     * @param at where the finding starts
     */
    public Optional<String> reason(String rule, Location at) {
        RuleDirectives ofRule = of(at.file()).byRule.get(rule);
        return ofRule == null ? Optional.empty() : ofRule.reason(at.span().start());
    }

    /** What there is to say of the comments themselves, once all projects were looked at, by path and place. */
    public List<RuleFinding> remarks() {
        List<RuleFinding> remarks = new ArrayList<>();
        for (Commented commented : files.values()) {
            for (Directive directive : commented.directives) {
                invalid(commented, directive, remarks);
                unused(commented, directive, remarks);
            }
        }
        return remarks;
    }

    private void invalid(Commented commented, Directive directive, List<RuleFinding> remarks) {
        if (directive.mistake().isPresent()) {
            Finding.Builder finding = Finding.at(new Location(commented.file, directive.at()))
                    .evidence(directive.mistake().get());
            if (saysMore(commented.file.text(), directive.at())) {
                // what was to be ignored, and why, is not for us to delete
                finding.help("complete the comment, or remove it");
            } else {
                finding.help("remove the comment, or complete it").fix(fix(commented, directive, directive.ids()));
            }
            remarks.add(
                    new RuleFinding(INVALID, finding.says(directive.mistake().get())));
        }
        for (int i = 0; i < directive.ids().size(); i++) {
            Directive.Id id = directive.ids().get(i);
            if (catalog.find(id.name()).isEmpty()) {
                remarks.add(new RuleFinding(INVALID, unknown(commented, directive, i)));
            }
        }
    }

    /** Whether a comment has words besides those of its form. */
    private static boolean saysMore(String text, Span comment) {
        String words = text.substring(comment.start(), comment.end())
                .replace(MARKER, "")
                .replace("ignore-file", "")
                .replace("ignore", "");
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLetterOrDigit(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private Finding unknown(Commented commented, Directive directive, int index) {
        Directive.Id id = directive.ids().get(index);
        String what = catalog.categories().contains(id.name())
                ? "\"" + id.name() + "\" is a category: name its rules one by one"
                : "unknown rule \"" + id.name() + "\"" + meant(id.name());
        Location at = new Location(commented.file, id.at());
        Finding.Builder finding = Finding.at(at).evidence(id.name());
        String misspelt = catalog.misspelt(id.name()).orElse(null);
        if (misspelt != null && !directive.names(misspelt)) {
            finding.help("write " + misspelt)
                    .fix(new Fix("write " + misspelt, Safety.SAFE, List.of(new Edit(at, misspelt))));
        } else if (directive.ids().size() == 1 && directive.reason().isPresent()) {
            // somebody's reason is not deleted with the comment
            finding.help("write the id of a rule, or remove the comment");
        } else {
            finding.help("remove what ignores nothing, or write the id of a rule")
                    .fix(fix(commented, directive, index));
        }
        return finding.says(what + "; nothing is ignored");
    }

    private String meant(String name) {
        return DidYouMean.hint(catalog.closest(name).orElse(null));
    }

    private void unused(Commented commented, Directive directive, List<RuleFinding> remarks) {
        List<Directive.Id> unused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Directive.Id id : directive.ids()) {
            boolean twice = !seen.add(id.name());
            boolean needless = commented.ran.contains(id.name()) && !commented.isNeeded(directive, id.name());
            if (commented.readWhole && isOrdinary(id.name()) && (needless || twice)) {
                unused.add(id);
            }
        }
        if (unused.isEmpty()) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (Directive.Id id : unused) {
            names.append(names.length() == 0 ? "" : ", ").append(id.name());
        }
        Finding finding = Finding.at(new Location(commented.file, unused.get(0).at()))
                .evidence(names.toString())
                .help("remove what ignores nothing")
                .fix(fix(commented, directive, new HashSet<>(unused)))
                .says("nothing of " + names
                        + " to ignore here: the finding is gone, or the comment is in the wrong place");
        remarks.add(new RuleFinding(UNUSED, finding));
    }

    private boolean isOrdinary(String rule) {
        RuleMetadata page = catalog.find(rule).orElse(null);
        return page != null && !page.category().equals(CATEGORY);
    }

    /** Takes the id at an index away. */
    private static Fix fix(Commented commented, Directive directive, int index) {
        List<Directive.Id> ids = directive.ids();
        if (ids.size() == 1) {
            return fix(commented, directive, ids);
        }
        Location at = new Location(commented.file, removal(ids, index, index > 0));
        return new Fix("remove the id", Safety.SAFE, List.of(new Edit(at, "")));
    }

    /** Takes ids away; the whole directive if it names no others. */
    private static Fix fix(Commented commented, Directive directive, Collection<Directive.Id> gone) {
        SourceFile file = commented.file;
        List<Edit> edits = new ArrayList<>();
        if (gone.size() == directive.ids().size()) {
            edits.add(new Edit(new Location(file, removal(file, directive)), ""));
            return new Fix("remove the comment", Safety.SAFE, edits);
        }
        List<Directive.Id> ids = directive.ids();
        boolean keptBefore = false;
        for (int i = 0; i < ids.size(); i++) {
            if (!gone.contains(ids.get(i))) {
                keptBefore = true;
                continue;
            }
            edits.add(new Edit(new Location(file, removal(ids, i, keptBefore)), ""));
        }
        return new Fix("remove the id", Safety.SAFE, edits);
    }

    /** An id with the comma before it, or behind it where nothing is left before it. */
    private static Span removal(List<Directive.Id> ids, int index, boolean keptBefore) {
        return keptBefore
                ? new Span(ids.get(index - 1).at().end(), ids.get(index).at().end())
                : new Span(ids.get(index).at().start(), ids.get(index + 1).at().start());
    }

    /** The directive with the blanks before it; the whole line if nothing else stands there. */
    private static Span removal(SourceFile file, Directive directive) {
        String text = file.text();
        int start = directive.at().start();
        int end = directive.at().end();
        int line = file.lines().position(start).line();
        Span whole = file.lines().line(line);
        boolean alone =
                directive.ownLine() && text.substring(whole.start(), start).isBlank();
        if (alone && text.substring(end, whole.end()).isBlank()) {
            return new Span(whole.start(), file.lines().nextLineStart(line));
        }
        if (alone) {
            // what follows takes its place
            while (end < whole.end() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
            return new Span(start, end);
        }
        while (start > whole.start() && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return new Span(start, end);
    }
}
