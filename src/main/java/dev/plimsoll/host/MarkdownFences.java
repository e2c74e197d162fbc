package dev.plimsoll.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;

/**
 * The fenced code blocks of Markdown, in lists and quotations too, and indented ones that begin with a command. Which lines
 * belong to which list and quotation is for commonmark-java to tell, as CommonMark 0.31 has it; what is a fence, for
 * {@link FenceParser}; what is indented code, for {@link IndentedParser}. HTML and other indented code count as text, so
 * that a fence in them is one: MDX and the admonitions of MkDocs are written so.
 *
 * <p>commonmark-java keeps an object for each line and each list or quotation around it, and does not bound either. So of a
 * text with more than {@value #MAX_LINES} lines no more are read; lists and quotations count to a depth of
 * {@value #MAX_DEPTH}, or less in a text of many lines, and deeper ones are text, in which a fence is none.
 */
public final class MarkdownFences {
    /** Lines that are read; some ten times as many as the longest change logs have. */
    private static final int MAX_LINES = 250_000;

    /** Lists, their items and quotations in each other. */
    private static final int MAX_DEPTH = 40;

    /** Lines times the depth that they may have: objects of 32 bytes. */
    private static final int MAX_SPANS = 1_000_000;

    private MarkdownFences() {}

    private static Set<Class<? extends Block>> containers() {
        // in the order in which they are tried: "* * *" is no list
        Set<Class<? extends Block>> types = new LinkedHashSet<>();
        types.add(BlockQuote.class);
        types.add(Heading.class);
        types.add(ThematicBreak.class);
        types.add(ListBlock.class);
        return types;
    }

    /** What stands between the words of a paragraph is of no interest. */
    private static final class NoInlines implements InlineParserFactory, InlineParser {
        @Override
        public InlineParser create(InlineParserContext context) {
            return this;
        }

        @Override
        public void parse(SourceLines lines, Node node) {
            // stays text
        }
    }

    /** The blocks of a text in the order in which they are written. */
    public static List<Fence> of(String text) {
        if (!text.contains("```") && !text.contains("~~~") && !mayHaveIndented(text)) {
            return List.of();
        }
        int lines = 0;
        Lines counted = new Lines(text, 0, text.length());
        while (lines < MAX_LINES && counted.advance()) {
            lines++;
        }
        FenceParser.Start start = new FenceParser.Start(text, Math.min(MAX_DEPTH, MAX_SPANS / Math.max(1, lines)));
        Parser.builder()
                .enabledBlockTypes(containers())
                .customBlockParserFactory(start)
                .inlineParserFactory(new NoInlines())
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(lines < MAX_LINES ? text : text.substring(0, counted.end()));
        List<Fence> found = new ArrayList<>();
        for (CodeParser parser : start.opened()) {
            found.add(parser.fence());
        }
        return found;
    }

    /** Whether a line may begin a block without a fence: commonmark-java is not loaded for texts that have no block. */
    private static boolean mayHaveIndented(String text) {
        if (!text.contains("docker") && !text.contains("podman")) {
            return false;
        }
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            if (IndentedParser.mayStart(text, lines.start(), lines.end())) {
                return true;
            }
        }
        return false;
    }
}
