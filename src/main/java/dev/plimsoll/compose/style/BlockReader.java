package dev.plimsoll.compose.style;

import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the lines that belong to each entry of a mapping or list in block style. */
final class BlockReader {
    private final Lines lines;
    private final int column;

    private BlockReader(Lines lines, int column) {
        this.lines = lines;
        this.column = column;
    }

    /**
     * The blocks of a mapping or list, in the order in which they are written.
     *
     * @throws Refused if it is written in a way in which lines cannot be moved
     */
    static List<Block> read(YamlNode node, Lines lines) throws Refused {
        int start = node.span().start();
        BlockReader reader = new BlockReader(lines, start - lines.start(lines.of(start)));
        return node instanceof YamlMapping mapping ? reader.mapping(mapping) : reader.sequence((YamlSequence) node);
    }

    private List<Block> mapping(YamlMapping mapping) throws Refused {
        if (mapping.isFlow()) {
            throw new Refused("it is written in braces");
        }
        List<Block> blocks = new ArrayList<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Span key = entry.key().span();
            int line = lines.of(key.start());
            if (key.start() - lines.start(line) != column) {
                throw Refused.uneditable();
            }
            int end = Math.max(key.end(), entry.value().span().end());
            blocks.add(block(blocks, line, end, entry.value()));
        }
        return blocks;
    }

    private List<Block> sequence(YamlSequence list) throws Refused {
        if (list.isFlow()) {
            throw new Refused("it is written in brackets");
        }
        List<Block> blocks = new ArrayList<>();
        for (YamlNode item : list.items()) {
            int line = lines.of(item.span().start());
            int above = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).last();
            while (line > above && !lines.isDash(line, column)) {
                line--;
            }
            if (line <= above) {
                throw Refused.uneditable();
            }
            blocks.add(block(blocks, line, item.span().end(), item));
        }
        return blocks;
    }

    private Block block(List<Block> before, int line, int end, YamlNode value) throws Refused {
        int above = before.isEmpty() ? 0 : before.get(before.size() - 1).last();
        int last = lines.of(end);
        boolean whole = lines.isFirst(line, lines.start(line) + column) && lines.isLast(last, end);
        if (line <= above || !whole) {
            throw Refused.uneditable();
        }
        int first = line;
        while (first - 1 > above && lines.comment(first - 1) >= 0) {
            first--;
        }
        YamlScalar scalar = lastScalar(value);
        boolean open = scalar != null && isBlock(scalar);
        boolean keeping = open && keeps(scalar);
        if (keeping) {
            while (last < lines.count() && lines.isBlank(last + 1) && lines.start(last + 1) < lines.end(last + 1)) {
                last++;
            }
        }
        int tail = tail(last);
        return new Block(
                first, line, tail, lines.comment(first) > column, open && tail == last, keeping && tail == last);
    }

    /** The last of the comments behind a line that are indented deeper than the entry; the line itself if there are none. */
    private int tail(int last) {
        int tail = last;
        for (int line = last + 1; line <= lines.count() && lines.isGap(line); line++) {
            int comment = lines.comment(line);
            if (comment > column) {
                tail = line;
            } else if (comment >= 0) {
                break;
            }
        }
        return tail;
    }

    private static boolean isBlock(YamlScalar scalar) {
        return scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
    }

    /** Whether the sign that begins a block scalar has a plus behind it. */
    private static boolean keeps(YamlScalar scalar) {
        String raw = scalar.raw();
        int at = 1;
        while (at < raw.length() && raw.charAt(at) > ' ') {
            if (raw.charAt(at) == '+') {
                return true;
            }
            at++;
        }
        return false;
    }

    private static @Nullable YamlScalar lastScalar(YamlNode node) {
        YamlNode last = node;
        while (!(last instanceof YamlScalar)) {
            if (last instanceof YamlMapping mapping
                    && !mapping.isFlow()
                    && !mapping.entries().isEmpty()) {
                last = mapping.entries().get(mapping.entries().size() - 1).value();
            } else if (last instanceof YamlSequence list
                    && !list.isFlow()
                    && !list.items().isEmpty()) {
                last = list.items().get(list.items().size() - 1);
            } else {
                return null;
            }
        }
        return (YamlScalar) last;
    }
}
