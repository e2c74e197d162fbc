package dev.plimsoll.suppress;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/** Lines of shell code behind which no comment can stand. They are asked for in order, a line once for each command in it. */
final class OpenLines {
    private final SourceFile file;
    private int start = -1;
    private boolean open;

    OpenLines(SourceFile file) {
        this.file = file;
    }

    /** Whether a comment at the end of a line would be within a reference, or, to make, the name of a variable. */
    boolean isOpen(Span line) {
        if (start != line.start()) {
            start = line.start();
            open = endsOpen(file.text().substring(start, line.end()));
        }
        return open;
    }

    private static boolean endsOpen(String text) {
        int open = 0;
        boolean command = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean reference = i > 0 && text.charAt(i - 1) == '$' && (c == '(' || c == '{');
            boolean close = open > 0 && (c == ')' || c == '}');
            open += reference ? 1 : close ? -1 : 0;
            command ^= c == '`';
        }
        return open > 0 || command || text.endsWith("$");
    }
}
