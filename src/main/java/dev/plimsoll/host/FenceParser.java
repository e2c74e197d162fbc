package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block that commonmark-java asks about each of its lines. Source: CommonMark 0.31, 4.5. Unlike there a fence may
 * have any number of blanks before it, as in the admonitions of MkDocs; and the place of each line is kept.
 */
final class FenceParser extends CodeParser {
    private static final int MIN_FENCE = 3;

    /** Blanks more than the opening fence has, with which a line of signs is code. */
    private static final int CODE_INDENT = 4;

    private final String text;
    private final Span line;
    private final int marks;
    private final int length;
    /** Units and columns of blanks before the fence, in its list or quotation. */
    private final int blanks;

    private final int columns;
    private final List<Span> lines = new ArrayList<>();

    private FenceParser(String text, Span line, int marks, int length, int blanks, int columns) {
        this.text = text;
        this.line = line;
        this.marks = marks;
        this.length = length;
        this.blanks = blanks;
        this.columns = columns;
    }

    @Override
    Fence fence() {
        return new Fence(line, marks, FenceKind.of(text.substring(marks + length, line.end())), lines, false);
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        Span whole = line(state);
        int content = whole.start() + state.getNextNonSpaceIndex();
        if (closes(content, whole.end(), state.getIndent())) {
            return BlockContinue.finished();
        }
        int from = Math.min(content, whole.start() + state.getIndex() + blanks);
        lines.add(new Span(from, whole.end()));
        return BlockContinue.atIndex(from - whole.start());
    }

    private boolean closes(int at, int end, int indent) {
        int most = columns < CODE_INDENT ? CODE_INDENT : columns + CODE_INDENT;
        int signs = run(text, text.charAt(marks), at, end);
        return indent < most && signs >= length && Lines.skipBlanks(text, at + signs, end) == end;
    }

    /** The fence that a line opens; null if it opens none. */
    private static @Nullable FenceParser start(String text, ParserState state) {
        Span line = line(state);
        int at = line.start() + state.getNextNonSpaceIndex();
        char mark = at < line.end() ? text.charAt(at) : ' ';
        if (mark != '`' && mark != '~') {
            return null;
        }
        int length = run(text, mark, at, line.end());
        int tick = mark == '`' ? text.indexOf('`', at + length) : -1;
        if (length < MIN_FENCE || (tick >= 0 && tick < line.end())) {
            return null;
        }
        int blanks = at - line.start() - state.getIndex();
        return new FenceParser(text, line, at, length, blanks, state.getIndent());
    }

    /** Whether a line opens a fence. */
    static boolean opens(String text, ParserState state) {
        return start(text, state) != null;
    }

    private static int run(String text, char mark, int at, int end) {
        int i = at;
        while (i < end && text.charAt(i) == mark) {
            i++;
        }
        return i - at;
    }

    /** Opens blocks, and keeps commonmark-java from what would take it long. */
    static final class Start implements BlockParserFactory {
        /** Lines of a paragraph that may begin something else: each time all of the paragraph's lines are copied. */
        private static final int MAX_ASKED = 50;

        private final String text;
        private final int maxDepth;
        private final List<CodeParser> opened = new ArrayList<>();
        private @Nullable Block paragraph;
        private int asked;

        Start(String text, int maxDepth) {
            this.text = text;
            this.maxDepth = maxDepth;
        }

        List<CodeParser> opened() {
            return opened;
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            @Nullable CodeParser code = start(text, state);
            code = code == null ? IndentedParser.start(text, state, matched) : code;
            if (code != null) {
                opened.add(code);
                return BlockStart.of(code).atIndex(state.getLine().getContent().length());
            }
            Block around = matched.getMatchedBlockParser().getBlock();
            asked = around instanceof Paragraph && around == paragraph ? asked + 1 : 0;
            paragraph = around;
            return asked >= MAX_ASKED || isDeep(around)
                    ? BlockStart.of(new Rest()).atIndex(state.getNextNonSpaceIndex())
                    : BlockStart.none();
        }

        private boolean isDeep(Block around) {
            int depth = 0;
            for (Node node = around; node != null && depth < maxDepth; node = node.getParent()) {
                depth++;
            }
            return depth >= maxDepth;
        }
    }

    /** One line that is text, whatever it looks like. */
    private static final class Rest extends AbstractBlockParser {
        private final Block block = new CustomBlock() {};

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
