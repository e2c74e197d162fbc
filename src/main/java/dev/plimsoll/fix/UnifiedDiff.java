package dev.plimsoll.fix;

import dev.plimsoll.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The difference between two states of a file in the format that {@code patch -p1} and {@code git apply} take. Lines end
 * at a line feed; a carriage return before it and a byte order mark belong to the line.
 */
public final class UnifiedDiff {
    /** Lines shown around a change, as diff tools show them. */
    private static final int CONTEXT = 3;

    private static final String NO_LINE_BREAK = "\\ No newline at end of file\n";

    private final List<String> before;
    private final List<String> after;

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The difference, with its header; empty if there is none. */
    public static String of(FixedFile file) {
        UnifiedDiff diff = new UnifiedDiff(lines(file.before()), lines(file.after()));
        List<LineChanges.Change> changes = LineChanges.between(diff.before, diff.after);
        if (changes.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        String path = file.before().path();
        out.append("--- ").append(name("a", path)).append('\n');
        out.append("+++ ").append(name("b", path)).append('\n');
        int first = 0;
        for (int i = 1; i <= changes.size(); i++) {
            boolean apart = i == changes.size()
                    || changes.get(i).from() - changes.get(i - 1).to() > 2 * CONTEXT;
            if (apart) {
                diff.hunk(changes.subList(first, i), out);
                first = i;
            }
        }
        return out.toString();
    }

    private static List<String> lines(SourceFile file) {
        return LineChanges.lines((file.hasByteOrderMark() ? "\uFEFF" : "") + file.text());
    }

    private void hunk(List<LineChanges.Change> changes, StringBuilder out) {
        LineChanges.Change first = changes.get(0);
        LineChanges.Change last = changes.get(changes.size() - 1);
        int lead = Math.min(CONTEXT, first.from());
        int trail = Math.min(CONTEXT, before.size() - last.to());
        out.append("@@ -")
                .append(range(first.from() - lead, last.to() + trail))
                .append(" +")
                .append(range(first.newFrom() - lead, last.newTo() + trail))
                .append(" @@\n");
        int at = first.from() - lead;
        for (LineChanges.Change change : changes) {
            print(' ', before, at, change.from(), out);
            print('-', before, change.from(), change.to(), out);
            print('+', after, change.newFrom(), change.newTo(), out);
            at = change.to();
        }
        print(' ', before, at, last.to() + trail, out);
    }

    /** An empty range names the line before it. */
    private static String range(int from, int to) {
        return (to == from ? from : from + 1) + "," + (to - from);
    }

    private static void print(char kind, List<String> lines, int from, int to, StringBuilder out) {
        for (String line : lines.subList(from, to)) {
            out.append(kind).append(line);
            if (!line.endsWith("\n")) {
                out.append('\n').append(NO_LINE_BREAK);
            }
        }
    }

    /** A path with its prefix, quoted as git does where a header line could not hold it. */
    private static String name(String side, String path) {
        boolean absolute = path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':');
        String name = absolute ? path : side + "/" + path;
        StringBuilder quoted = new StringBuilder("\"");
        boolean needed = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                needed = true;
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                needed = true;
                for (byte unit : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    quoted.append('\\').append(octal(unit));
                }
            } else {
                quoted.append(c);
            }
        }
        // behind a name with blanks a tab tells where it ends
        return needed ? quoted.append('"').toString() : name.indexOf(' ') < 0 ? name : name + "\t";
    }

    private static String octal(byte unit) {
        String digits = Integer.toOctalString(unit & 0xFF);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
