package dev.plimsoll.host;

import dev.plimsoll.shell.Quoting;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of commands in documentation, as a script or as what a terminal shows. Where a line has a prompt, only lines with
 * one are commands, and what they continue in; the rest is output.
 */
final class Example {
    private static final char NONE = Quoting.NONE;

    private final SourceFile file;
    private final String text;
    /** The lines without the marks of the list or quotation around them, and without line breaks. */
    private final List<Span> lines;

    private final List<Span> holes;
    private final ShellDialect labelled;
    private final boolean likeTerminal;

    /**
     * A block.
     *
     * @param holes the parts of the lines in whose place something else is put, in order
     * @param likeTerminal whether {@code # docker …} may be a root prompt there
     */
    Example(SourceFile file, List<Span> lines, List<Span> holes, ShellDialect labelled, boolean likeTerminal) {
        this.file = file;
        this.text = file.text();
        this.lines = lines;
        this.holes = holes;
        this.labelled = labelled;
        this.likeTerminal = likeTerminal;
    }

    /** Whether the first line that is not blank begins with a prompt, or with docker. */
    boolean beginsWithCommand() {
        for (Span line : lines) {
            int from = content(line);
            if (from < line.end()) {
                return isCommand(text, from, line.end());
            }
        }
        return false;
    }

    /** Whether a prompt, or docker, stands at an offset of a line. */
    static boolean isCommand(String text, int from, int end) {
        return Prompt.end(text, from, end) > from
                || Prompt.weakEnd(text, from, end) > from
                || Prompt.startsDocker(text, from, end);
    }

    /** The commands, and what they write into files. */
    Embedded read() {
        return WrittenDocuments.of(join(lines), labelled, true).with(commands());
    }

    private List<ShellCommand> commands() {
        boolean prompts = false;
        boolean plain = false;
        for (Span line : lines) {
            prompts |= command(line) > content(line);
            plain |= Prompt.startsDocker(text, content(line), line.end());
        }
        if (prompts) {
            return behindPrompts();
        }
        List<Span> script = lines;
        if (likeTerminal && !plain) {
            script = withoutWeakPrompts();
        }
        return ShellReader.readDocumentation(join(script), dialect(script, labelled));
    }

    private List<Span> withoutWeakPrompts() {
        List<Span> script = new ArrayList<>(lines.size());
        for (Span line : lines) {
            int from = content(line);
            int after = Prompt.weakEnd(text, from, line.end());
            script.add(after > from ? new Span(after, line.end()) : line);
        }
        return script;
    }

    private int content(Span line) {
        return Lines.skipBlanks(text, line.start(), line.end());
    }

    private int command(Span line) {
        return Prompt.end(text, content(line), line.end());
    }

    private List<ShellCommand> behindPrompts() {
        List<ShellCommand> found = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            Span line = lines.get(i);
            int from = content(line);
            int after = command(line);
            i++;
            if (after == from) {
                continue;
            }
            ShellDialect told = Prompt.dialect(text, from, line.end());
            List<Span> group = new ArrayList<>();
            group.add(new Span(after, line.end()));
            char quote = quoteAfter(group.get(0), NONE);
            while (i < lines.size() && goesOn(group.get(group.size() - 1), quote, lines.get(i))) {
                Span next = behindContinuationPrompt(lines.get(i));
                group.add(next);
                quote = quoteAfter(next, quote);
                i++;
            }
            found.addAll(ShellReader.readDocumentation(join(group), dialect(group, told == null ? labelled : told)));
        }
        return found;
    }

    private boolean goesOn(Span last, char quote, Span next) {
        if (command(next) > content(next)) {
            return false;
        }
        return quote != NONE
                || continuation(last) != null
                || behindContinuationPrompt(next).start() > next.start();
    }

    private Span behindContinuationPrompt(Span line) {
        int from = content(line);
        int to = from;
        while (to < line.end() && text.charAt(to) == '>' && to - from < 2) {
            to++;
        }
        boolean isPrompt = to > from && to < line.end() && text.charAt(to) == ' ';
        return isPrompt ? new Span(to, line.end()) : line;
    }

    /** The quote that is open behind a line; none behind a comment. */
    private char quoteAfter(Span line, char before) {
        char quote = before;
        int from = line.start();
        for (int i = line.start() + 1; i < line.end(); i++) {
            if (text.charAt(i) == '#' && text.charAt(i - 1) == ' ') {
                quote = Quoting.SH.openBehind(text, from, i, quote);
                from = i;
                if (quote == NONE) {
                    return NONE;
                }
            }
        }
        return Quoting.SH.openBehind(text, from, line.end(), quote);
    }

    /** The dialect whose mark ends a line; null if the line ends with none. */
    private @Nullable ShellDialect continuation(Span line) {
        int end = Lines.trim(text, line.start(), line.end());
        char last = end > line.start() ? text.charAt(end - 1) : NONE;
        if (last == '`') {
            return isOdd(line) ? ShellDialect.POWERSHELL : null;
        }
        return last == '\\' ? ShellDialect.POSIX : last == '^' ? ShellDialect.CMD : null;
    }

    /** Whether backticks do not pair, so that the last one is no end of a command substitution. */
    private boolean isOdd(Span line) {
        boolean odd = false;
        for (int i = line.start(); i < line.end(); i++) {
            odd ^= text.charAt(i) == '`';
        }
        return odd;
    }

    /** The dialect that a docker command's continuation tells, else the one of the label. */
    private ShellDialect dialect(List<Span> script, ShellDialect otherwise) {
        for (int i = 0; i + 1 < script.size(); i++) {
            Span line = script.get(i);
            ShellDialect told = Prompt.startsDocker(text, content(line), line.end()) ? continuation(line) : null;
            if (told != null) {
                return told;
            }
        }
        return otherwise;
    }

    private Text join(List<Span> script) {
        return join(file, script, holes);
    }

    /** Lines as one text, each but the last with a line break; a hole is unknown. */
    static Text join(SourceFile file, List<Span> lines, List<Span> holes) {
        if (lines.isEmpty()) {
            return Text.verbatim(new Location(file, Span.at(0)));
        }
        String text = file.text();
        Span last = lines.get(lines.size() - 1);
        if (holes.isEmpty() && areAdjacent(text, lines)) {
            return Text.verbatim(new Location(file, new Span(lines.get(0).start(), last.end())));
        }
        Text.Builder out = Text.builder(file, lines.get(0).start());
        int hole = firstBehind(holes, lines.get(0).start());
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            int k = line.start();
            while (k < line.end()) {
                while (hole < holes.size() && holes.get(hole).end() <= k) {
                    hole++;
                }
                if (hole < holes.size() && holes.get(hole).start() <= k) {
                    out.unknown(holes.get(hole));
                    k = holes.get(hole).end();
                } else {
                    out.written(text.charAt(k), k, k + 1);
                    k++;
                }
            }
            if (i + 1 < lines.size()) {
                int at = line.end();
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
                out.written('\n', at, Math.min(text.length(), at + (text.startsWith("\r\n", at) ? 2 : 1)));
            }
        }
        return out.build();
    }

    /** The index of the first of some spans in order that ends behind an offset. */
    static int firstBehind(List<Span> spans, int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean areAdjacent(String text, List<Span> lines) {
        for (int i = 1; i < lines.size(); i++) {
            int end = lines.get(i - 1).end();
            int next = lines.get(i).start();
            boolean crlf = next == end + 2 && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            if (next != end + 1 && !crlf) {
                return false;
            }
        }
        return true;
    }
}
