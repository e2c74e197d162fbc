package dev.plimsoll.suppress;

import dev.plimsoll.dockerfile.DockerfileLayout;
import dev.plimsoll.host.CommentSyntax;
import dev.plimsoll.host.Fence;
import dev.plimsoll.host.Fences;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the comments that ask for silence about findings, each as near as the syntax allows. */
public final class IgnoreWriter {
    private final SourceFile file;
    private final CommentSyntax syntax;
    private final String reason;
    private final List<Directive> directives;
    private final @Nullable YamlComments yaml;
    /** Of a script, makefile or Dockerfile; those before the target that is placed now are gone through. */
    private final Iterator<Span> commands;

    private Span command = Span.at(0);
    /** Of the Dockerfiles that a script writes. */
    private final List<Span> instructions;

    private final OpenLines openLines;
    /** Of documentation. */
    private final List<Fence> fences;
    /** The number of the first fence that does not end before the target that is placed now. */
    private int fence;
    /** Insertions by offset. */
    private final Map<Integer, Insertion> insertions = new TreeMap<>();

    /** What comments on lines of their own are about. */
    private final List<Covered> covered = new ArrayList<>();

    private record Covered(String rule, Span span) {}

    private static final class Insertion {
        final TreeSet<String> rules = new TreeSet<>();
        final String before;
        final String after;

        Insertion(String before, String after) {
            this.before = before;
            this.after = after;
        }

        String text() {
            return before + String.join(",", rules) + after;
        }
    }

    /**
     * A finding to ignore.
     *
     * @param rule its rule's id
     * @param offset where it starts
     */
    public record Target(String rule, int offset) {}

    private IgnoreWriter(SourceFile file, String reason) {
        this.file = file;
        this.openLines = new OpenLines(file);
        this.reason = reason;
        this.syntax = CommentSyntax.of(file);
        this.directives = DirectiveReader.read(file);
        this.yaml = syntax == CommentSyntax.YAML ? YamlComments.of(file) : null;
        this.fences = syntax.hasFences() ? Fences.of(file) : List.of();
        this.instructions = DockerfileComments.written(file, syntax);
        this.commands = (syntax.isOfLines() ? ShellComments.commands(syntax, file.text()) : List.<Span>of()).iterator();
    }

    /**
     * A file's text, without a byte order mark, with comments for some findings.
     *
     * @param reason one line
     * @return empty if there is no place for comments, as in a file that is not YAML, or within a here-document
     */
    public static Optional<String> write(SourceFile file, List<Target> targets, String reason) {
        IgnoreWriter writer = new IgnoreWriter(file, reason);
        boolean broken = writer.syntax == CommentSyntax.YAML && writer.yaml == null;
        String closing = writer.syntax.closing();
        boolean closes = !closing.isEmpty() && reason.contains(closing);
        closes |= !writer.instructions.isEmpty() && !DockerfileComments.isPlain(reason);
        if (broken || closes || writer.syntax == CommentSyntax.NONE) {
            return Optional.empty();
        }
        List<Target> sorted = new ArrayList<>(targets);
        sorted.sort(Comparator.comparingInt(Target::offset));
        for (Target target : sorted) {
            if (!writer.isIgnored(target)) {
                writer.place(target);
            }
        }
        String text = writer.text();
        return writer.meansTheSame(text) && writer.ignores(sorted, text) ? Optional.of(text) : Optional.empty();
    }

    private boolean isIgnored(Target target) {
        for (Covered known : covered) {
            boolean inside = known.span().start() <= target.offset()
                    && target.offset() <= known.span().end();
            if (inside && known.rule().equals(target.rule())) {
                return true;
            }
        }
        return isIgnored(target.rule(), target.offset(), directives);
    }

    private void place(Target target) {
        Span line = line(target.offset());
        switch (syntax) {
            case YAML -> inYaml(target, line);
            case SHELL, MAKEFILE, POWERSHELL, DOCKERFILE, UNIT -> inShell(target, line);
            case MARKDOWN, MDX, ASCIIDOC, RESTRUCTURED_TEXT -> inProse(target);
            case JSON -> {
                if (!merge(target, line.start(), line.end())) {
                    behind(target, line);
                }
            }
            case NONE -> {
                // there is no place
            }
        }
    }

    private Span line(int offset) {
        LineIndex lines = file.lines();
        return lines.line(lines.position(offset).line());
    }

    private void inYaml(Target target, Span line) {
        YamlComments comments = yaml;
        if (comments == null) {
            return;
        }
        if (comments.takesComment(line.end())) {
            if (!merge(target, line.start(), line.end())) {
                behind(target, line);
            }
            return;
        }
        Span part = comments.blockPart(target.offset());
        above(target, line(part.start()).start());
        covered.add(new Covered(target.rule(), part));
    }

    private void inShell(Target target, Span line) {
        Span instruction = DockerfileLayout.notBefore(instructions, target.offset());
        if (instruction != null && instruction.start() <= target.offset()) {
            above(target, line(instruction.start()).start());
            return;
        }
        while (command.end() < target.offset() && commands.hasNext()) {
            command = commands.next();
        }
        boolean within = command.start() <= target.offset() && target.offset() <= command.end();
        // the end of the first of several lines may be within quotes
        boolean several = within && (command.start() < line.start() || line.end() < command.end());
        boolean ownLine = syntax == CommentSyntax.DOCKERFILE || syntax == CommentSyntax.UNIT;
        if (several || ownLine || openLines.isOpen(line)) {
            above(target, within ? command.start() : line.start());
        } else if (!merge(target, line.start(), line.end())) {
            behind(target, line);
        }
    }

    private void inProse(Target target) {
        while (fence < fences.size() && fences.get(fence).span().end() < target.offset()) {
            fence++;
        }
        if (fence < fences.size() && fences.get(fence).span().start() <= target.offset()) {
            before(target, fences.get(fence));
        }
    }

    /**
     * Writes where the block begins, which goes to a line of its own below: so the comment is in the same item of a list and
     * in the same quotation. Where no fence begins it a blank line follows: right below a line of text nothing is code, and
     * no paragraph begins.
     */
    private void before(Target target, Fence fence) {
        int start = line(fence.head()).start();
        int above = start;
        while (fence.isIndented()
                && above > 0
                && file.text().substring(line(above - 1).start(), above).isBlank()) {
            above = line(above - 1).start();
        }
        if (above > 0 && merge(target, line(above - 1).start(), line(above - 1).end())) {
            return;
        }
        StringBuilder continued = new StringBuilder(lineBreak());
        if (fence.isIndented()) {
            continued.append(lineBreak());
        }
        for (int i = start; i < fence.head(); i++) {
            char c = file.text().charAt(i);
            // the mark of an item is there once, what is below it is as far to the right
            continued.append(c == '>' || c == '\t' ? c : ' ');
        }
        insertion(fence.head(), opening(), closing() + continued).rules.add(target.rule());
    }

    /** Adds the rule to a directive that stands between two offsets. */
    private boolean merge(Target target, int from, int to) {
        for (Directive directive : directives) {
            boolean there = from <= directive.at().start() && directive.at().start() <= to;
            boolean usable = !directive.ids().isEmpty() && !directive.wholeFile();
            if (there && usable && directive.covers(target.offset())) {
                int end = directive.ids().get(directive.ids().size() - 1).at().end();
                insertion(end, ",", "").rules.add(target.rule());
                return true;
            }
        }
        return false;
    }

    private void behind(Target target, Span line) {
        int end = line.end();
        while (end > line.start()
                && (file.text().charAt(end - 1) == ' ' || file.text().charAt(end - 1) == '\t')) {
            end--;
        }
        String gap = end == line.start() ? "" : " ";
        insertion(end, gap + opening(), closing()).rules.add(target.rule());
    }

    /** Writes on a line of its own, above the line that starts at an offset. */
    private void above(Target target, int start) {
        if (start > 0) {
            Span before = line(start - 1);
            if (merge(target, before.start(), before.end())) {
                return;
            }
        }
        int end = start;
        while (end < file.text().length()
                && (file.text().charAt(end) == ' ' || file.text().charAt(end) == '\t')) {
            end++;
        }
        String indent = file.text().substring(start, end);
        insertion(start, indent + opening(), closing() + lineBreak()).rules.add(target.rule());
    }

    private String opening() {
        return syntax.opening() + " " + Suppressions.MARKER + " ignore[";
    }

    private String closing() {
        String closing = syntax.closing();
        return "]" + (reason.isEmpty() ? "" : " " + reason) + (closing.isEmpty() ? "" : " " + closing);
    }

    private String lineBreak() {
        String text = file.text();
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return text.indexOf('\r') >= 0 ? "\r" : "\n";
        }
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    private Insertion insertion(int offset, String before, String after) {
        Insertion known = insertions.get(offset);
        if (known == null) {
            known = new Insertion(before, after);
            insertions.put(offset, known);
        }
        return known;
    }

    private String text() {
        StringBuilder text = new StringBuilder(file.text());
        List<Integer> offsets = new ArrayList<>(insertions.keySet());
        Collections.reverse(offsets);
        for (int offset : offsets) {
            Insertion insertion = insertions.get(offset);
            if (insertion != null) {
                text.insert(offset, insertion.text());
            }
        }
        return text.toString();
    }

    /** Whether the comments in the new text are ones to their reader, and about what they were written for. */
    private boolean ignores(List<Target> targets, String text) {
        List<Directive> written = DirectiveReader.read(new SourceFile(file.path(), text));
        List<Integer> offsets = new ArrayList<>(insertions.keySet());
        int passed = 0;
        int moved = 0;
        for (Target target : targets) {
            while (passed < offsets.size() && offsets.get(passed) <= target.offset()) {
                Insertion insertion = insertions.get(offsets.get(passed));
                moved += insertion == null ? 0 : insertion.text().length();
                passed++;
            }
            if (!isIgnored(target.rule(), target.offset() + moved, written)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIgnored(String rule, int offset, List<Directive> directives) {
        for (Directive directive : directives) {
            if (directive.names(rule) && directive.covers(offset)) {
                return true;
            }
        }
        return false;
    }

    /** A comment must not change what a file says. */
    private boolean meansTheSame(String text) {
        if (syntax.hasFences()) {
            return sameCode(text);
        }
        YamlComments before = yaml;
        if (before == null) {
            return SameCommands.in(file, text);
        }
        YamlComments after = YamlComments.of(new SourceFile(file.path(), text));
        return after != null && same(before.roots(), after.roots());
    }

    /** Whether a text has the same lines of code in its blocks as the file. */
    private boolean sameCode(String text) {
        List<Fence> after = Fences.of(new SourceFile(file.path(), text));
        boolean same = after.size() == fences.size();
        for (int i = 0; same && i < after.size(); i++) {
            same = after.get(i).code(text).equals(fences.get(i).code(file.text()));
        }
        return same;
    }

    private static boolean same(List<YamlNode> some, List<YamlNode> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!same(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(YamlNode a, YamlNode b) {
        if (!a.tag().equals(b.tag()) || !a.anchor().equals(b.anchor())) {
            return false;
        }
        if (a instanceof YamlMapping one && b instanceof YamlMapping two) {
            return same(flat(one), flat(two));
        }
        if (a instanceof YamlSequence one && b instanceof YamlSequence two) {
            return same(one.items(), two.items());
        }
        if (a instanceof YamlAlias one && b instanceof YamlAlias two) {
            return one.name().equals(two.name());
        }
        return a instanceof YamlScalar one
                && b instanceof YamlScalar two
                && one.value().equals(two.value())
                && one.style() == two.style();
    }

    private static List<YamlNode> flat(YamlMapping mapping) {
        List<YamlNode> nodes = new ArrayList<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            nodes.add(entry.key());
            nodes.add(entry.value());
        }
        return nodes;
    }
}
