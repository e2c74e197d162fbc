package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Document;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * A block of code that is indented by four columns. Source: CommonMark 0.31, 4.4. Unlike there it begins with a command,
 * stands in no list or quotation, and ends where a fence begins: all else may be what an admonition of MkDocs holds.
 */
final class IndentedParser extends CodeParser {
    private static final int INDENT = 4;

    private final String text;
    private final Span line;
    private final List<Span> lines = new ArrayList<>();
    /** Blank lines, which are code if more code follows. */
    private final List<Span> blank = new ArrayList<>(0);

    private IndentedParser(String text, Span line) {
        this.text = text;
        this.line = line;
        lines.add(code(text, line));
    }

    /** The block that begins with a line; null if none does. It cannot interrupt a paragraph. */
    static @Nullable IndentedParser start(String text, ParserState state, MatchedBlockParser matched) {
        boolean top = matched.getMatchedBlockParser().getBlock() instanceof Document;
        if (!top || state.getIndent() < INDENT) {
            return null;
        }
        Span line = line(state);
        return Example.isCommand(text, line.start() + state.getNextNonSpaceIndex(), line.end())
                ? new IndentedParser(text, line)
                : null;
    }

    /** Whether a line may begin such a block, wherever it stands. */
    static boolean mayStart(String text, int start, int end) {
        int from = Lines.skipBlanks(text, start, end);
        return from > start && code(text, new Span(start, end)).start() <= from && Example.isCommand(text, from, end);
    }

    /** A line without its first four columns of blanks, or as many as it has. */
    private static Span code(String text, Span line) {
        int at = line.start();
        int columns = 0;
        while (at < line.end() && columns < INDENT && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            columns += text.charAt(at) == '\t' ? INDENT - columns % INDENT : 1;
            at++;
        }
        return new Span(at, line.end());
    }

    @Override
    Fence fence() {
        return new Fence(line, lines.get(0).start(), FenceKind.UNTOLD, lines, true);
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        Span whole = line(state);
        if (state.isBlank()) {
            blank.add(code(text, whole));
        } else if (state.getIndent() < INDENT || FenceParser.opens(text, state)) {
            return BlockContinue.none();
        } else {
            lines.addAll(blank);
            blank.clear();
            lines.add(code(text, whole));
        }
        return BlockContinue.atIndex(whole.length());
    }
}
