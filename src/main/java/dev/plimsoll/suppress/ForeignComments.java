package dev.plimsoll.suppress;

import dev.plimsoll.host.CommentSyntax;
import dev.plimsoll.migration.PeerRule;
import dev.plimsoll.migration.PeerRules;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comments by which other linters are told to be silent, for those who come from them. Such a comment covers the rules of ours
 * that stand for theirs and no others: it was written about what its linter knows. Loaded only if somebody asks for it.
 */
public final class ForeignComments {
    /** dclint 3.1.0: at the start of the first line that is neither empty nor {@code ---}. */
    private static final String DISABLE_FILE = "# dclint disable-file";

    /** dclint 3.1.0: anywhere in that line; names separated by blanks, all rules without one. */
    private static final Pattern DISABLE = Pattern.compile("#\\s*dclint\\s+disable\\s*(.*)");

    /** dclint 3.1.0: anywhere in any line. */
    private static final Pattern DISABLE_LINE = Pattern.compile("#\\s*dclint\\s+disable-line\\s*(.*)");

    /** KICS: a line of its own, in any case. */
    private static final Pattern KICS = Pattern.compile(
            "\\s*#\\s*kics-scan\\s+(ignore-line|ignore-block|ignore|enable|disable)(?:=(\\S+))?(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);

    /** semgrep: behind a blank, in any case, with ids behind a colon or an equals sign or for all rules. */
    private static final Pattern NOSEM =
            Pattern.compile("\\snosem(?:grep)?(?![\\w-])(?:\\s*[:=]\\s*([\\w., -]+))?", Pattern.CASE_INSENSITIVE);

    /** Lists of which dclint shows what is wrong with an item at the key. */
    private static final Set<String> TOLD_AT_KEY = Set.of("ports", "expose", "volumes", "depends_on");

    private final Map<String, List<Ignore>> files = new HashMap<>();
    private final Set<String> unmatched = new TreeSet<>();

    /**
     * What a comment covers.
     *
     * @param words which comment it is, for reports
     * @param rules ours
     * @param covered where findings must start, ends inclusive; all of the file if there is none
     */
    private record Ignore(String words, Set<String> rules, List<Span> covered) {
        boolean covers(int offset) {
            for (Span span : covered) {
                if (span.start() <= offset && offset <= span.end()) {
                    return true;
                }
            }
            return covered.isEmpty();
        }
    }

    /** Which comment asks for silence about a finding; empty if none does. */
    public Optional<String> reason(String rule, Location at) {
        List<Ignore> ignores = files.get(at.file().path());
        if (ignores == null) {
            ignores = new Reader(at.file()).read();
            files.put(at.file().path(), ignores);
        }
        for (Ignore ignore : ignores) {
            if (ignore.rules().contains(rule) && ignore.covers(at.span().start())) {
                return Optional.of(ignore.words());
            }
        }
        return Optional.empty();
    }

    /** The names in comments that stand for no rule of ours, each with its linter, in order. */
    public List<String> unmatched() {
        return List.copyOf(unmatched);
    }

    /** Reads the comments of one file. */
    private final class Reader {
        private final SourceFile file;
        private final LineIndex lines;
        private final List<Ignore> ignores = new ArrayList<>();
        /** By the start of a line: the ends of lists whose key stands there, and of the widest part that begins there. */
        private final Map<Integer, Integer> listEnds = new HashMap<>();

        private final Map<Integer, Integer> partEnds = new HashMap<>();

        Reader(SourceFile file) {
            this.file = file;
            this.lines = file.lines();
        }

        /** A line without what ends it, from 0. */
        private Span span(int index) {
            return lines.line(index + 1);
        }

        List<Ignore> read() {
            if (CommentSyntax.of(file) == CommentSyntax.YAML) {
                try {
                    for (YamlNode document : YamlParser.parse(file)) {
                        part(document);
                        collect(document);
                    }
                } catch (YamlSyntaxException e) {
                    // only whole files and lines are known then
                }
                dclint();
                kics();
            }
            nosem();
            return ignores;
        }

        private void collect(YamlNode node) {
            if (node instanceof YamlMapping mapping) {
                for (YamlMapping.Entry entry : mapping.entries()) {
                    int start = entry.key().span().start();
                    int end = Math.max(
                            entry.key().span().end(), entry.value().span().end());
                    partEnds.merge(lineStart(start), end, Math::max);
                    if (entry.key() instanceof YamlScalar key && TOLD_AT_KEY.contains(key.value())) {
                        listEnds.put(lineStart(start), end);
                    }
                    collect(entry.value());
                }
            } else if (node instanceof YamlSequence sequence) {
                for (YamlNode item : sequence.items()) {
                    part(item);
                    collect(item);
                }
            }
        }

        private void part(YamlNode node) {
            partEnds.merge(lineStart(node.span().start()), node.span().end(), Math::max);
        }

        private int lineStart(int offset) {
            return file.lines().line(file.lines().position(offset).line()).start();
        }

        private String line(int index) {
            Span line = span(index);
            return file.text().substring(line.start(), line.end());
        }

        private void dclint() {
            boolean first = true;
            for (int i = 0; i < lines.count(); i++) {
                String line = line(i);
                boolean content = !line.isBlank() && !line.strip().equals("---");
                if (first && content) {
                    first = false;
                    wholeFile(i, i == 0 ? line.replace("\ufeff", "") : line);
                }
                Matcher matcher = DISABLE_LINE.matcher(line);
                if (matcher.find()) {
                    int target = line.strip().startsWith("#") ? i + 1 : i;
                    if (target < lines.count()) {
                        Span covered = span(target);
                        int end = listEnds.getOrDefault(covered.start(), covered.end());
                        add(PeerRules.DCLINT, i, names(matcher.group(1)), new Span(covered.start(), end));
                    }
                }
            }
        }

        private void wholeFile(int index, String line) {
            Matcher matcher = DISABLE.matcher(line);
            if (line.startsWith(DISABLE_FILE)) {
                add(PeerRules.DCLINT, index, List.of(), null);
            } else if (matcher.find()) {
                List<String> names = new ArrayList<>(names(matcher.group(1)));
                boolean all = names.isEmpty();
                // what is behind disable-line in this line holds for all of the file, too
                names.removeIf(name -> name.startsWith("-"));
                if (all || !names.isEmpty()) {
                    add(PeerRules.DCLINT, index, names, null);
                }
            }
        }

        private static List<String> names(String text) {
            return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
        }

        private void kics() {
            boolean head = true;
            for (int i = 0; i < lines.count(); i++) {
                String line = line(i);
                head &= line.isBlank()
                        || line.strip().startsWith("#")
                        || line.strip().equals("---");
                Matcher matcher = KICS.matcher(line.replace("\ufeff", "").stripTrailing());
                if (!matcher.matches()) {
                    continue;
                }
                String ids = matcher.group(2);
                List<String> names = ids == null ? List.of() : List.of(ids.split(",", -1));
                String what = matcher.group(1).toLowerCase(Locale.ROOT);
                switch (what) {
                    case "ignore-line", "ignore-block" -> {
                        boolean block = what.equals("ignore-block");
                        Span next = i + 1 < lines.count() ? span(i + 1) : span(i);
                        int end = block ? partEnds.getOrDefault(next.start(), next.end()) : next.end();
                        boolean document = block && i > 0 && line(i - 1).strip().equals("---");
                        add(PeerRules.KICS, i, names, new Span(span(i).start(), document ? documentEnd(i) : end));
                    }
                    case "ignore" -> {
                        if (head && names.isEmpty()) {
                            add(PeerRules.KICS, i, names, null);
                        }
                    }
                    case "disable" -> {
                        if (head && !names.isEmpty()) {
                            add(PeerRules.KICS, i, names, null);
                        }
                    }
                    default -> {
                        if (head && !names.isEmpty()) {
                            addAllBut(i, names);
                        }
                    }
                }
            }
        }

        /** Where the document ends that a line is in. */
        private int documentEnd(int index) {
            for (int i = index; i < lines.count(); i++) {
                if (line(i).strip().equals("---")) {
                    return span(i).start();
                }
            }
            return file.text().length();
        }

        private void nosem() {
            for (int i = 0; i < lines.count(); i++) {
                String line = line(i);
                Matcher matcher = NOSEM.matcher(line);
                if (!matcher.find()) {
                    continue;
                }
                boolean alone = true;
                for (int at = 0; at < matcher.start(); at++) {
                    alone &= !Character.isLetterOrDigit(line.charAt(at));
                }
                String ids = matcher.group(1);
                List<String> names = ids == null || ids.isBlank()
                        ? List.of()
                        : List.of(ids.strip().split("[,\\s]+", -1));
                Span last = alone && i + 1 < lines.count() ? span(i + 1) : span(i);
                add(PeerRules.SEMGREP, i, names, new Span(span(i).start(), last.end()));
            }
        }

        private void addAllBut(int line, List<String> names) {
            Set<String> kept = ours(PeerRules.KICS, names);
            Set<String> rules = ours(PeerRules.KICS, List.of());
            rules.removeAll(kept);
            ignores.add(new Ignore(words(PeerRules.KICS, line), rules, List.of()));
        }

        /**
         * Adds an ignore.
         *
         * @param names the other linter's rules; all of them if there is none
         * @param covered what it covers; null for the whole file
         */
        private void add(String tool, int line, List<String> names, @Nullable Span covered) {
            Set<String> rules = ours(tool, names);
            if (!rules.isEmpty()) {
                ignores.add(new Ignore(words(tool, line), rules, covered == null ? List.of() : List.of(covered)));
            }
        }

        private static String words(String tool, int line) {
            return tool + " comment, line " + (line + 1);
        }

        private Set<String> ours(String tool, List<String> names) {
            Set<String> rules = new HashSet<>();
            if (names.isEmpty()) {
                for (PeerRule rule : PeerRules.of(tool)) {
                    addOurs(rule, rules);
                }
            }
            for (String name : names) {
                PeerRule rule = PeerRules.find(tool, name);
                if (rule == null || rule.counterparts().isEmpty()) {
                    unmatched.add(tool + " \"" + name + "\"");
                } else {
                    addOurs(rule, rules);
                }
            }
            return rules;
        }

        private static void addOurs(PeerRule rule, Set<String> rules) {
            for (PeerRule.Counterpart ours : rule.counterparts()) {
                rules.add(ours.rule());
            }
        }
    }
}
