package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.ParserState;

/** A block of code that commonmark-java asks about each of its lines. */
abstract class CodeParser extends AbstractBlockParser {
    private final Block block = new Leaf();

    /** A block of which nothing is asked. */
    private static final class Leaf extends CustomBlock {}

    /** The block as far as it was read. */
    abstract Fence fence();

    @Override
    public final Block getBlock() {
        return block;
    }

    /** The line that is asked about, from its first unit to its line break. */
    static Span line(ParserState state) {
        int start = state.getLine().getSourceSpan().getInputIndex();
        return new Span(start, start + state.getLine().getContent().length());
    }
}
