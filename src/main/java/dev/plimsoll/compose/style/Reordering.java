package dev.plimsoll.compose.style;

import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the entries of a mapping or the items of a list in another order. Text is moved, never written anew: comments
 * go with the entry below them, blank lines stay between the same places, and no alias comes before its anchor.
 */
final class Reordering {
    private final SourceFile file;
    private final YamlNode node;
    /** For each place the index of what is to stand there. */
    private final List<Integer> order;

    /** The first and the last place that changes. */
    private final int from;

    private final int to;

    private Reordering(YamlNode node, List<Integer> order) {
        this.file = node.file();
        this.node = node;
        this.order = order;
        int first = 0;
        while (order.get(first) == first) {
            first++;
        }
        int last = order.size() - 1;
        while (order.get(last) == last) {
            last--;
        }
        this.from = first;
        this.to = last;
    }

    /**
     * The edit that puts the parts of a mapping or list in order.
     *
     * @param order for each place the index of what is to stand there, another one for one place at least
     * @param document whether the mapping is a whole document, whose first comment may be about all of it
     * @throws Refused if that is not safe, with the reason
     */
    static Edit edit(YamlNode node, List<Integer> order, boolean document) throws Refused {
        Reordering reordering = new Reordering(node, order);
        Optional<String> objection = Anchors.of(node).objection(order);
        if (objection.isPresent()) {
            throw new Refused(objection.get());
        }
        return node instanceof YamlSequence list && list.isFlow()
                ? reordering.inBrackets(list)
                : reordering.ofLines(document);
    }

    /** Exchanges the texts of words in brackets; commas, blanks and what stands behind stay. */
    private Edit inBrackets(YamlSequence list) throws Refused {
        String text = file.text();
        int start = list.items().get(from).span().start();
        int end = list.items().get(to).span().end();
        StringBuilder sorted = new StringBuilder();
        for (int place = from; place <= to; place++) {
            YamlNode item = list.items().get(order.get(place));
            boolean word = item instanceof YamlScalar
                    && item.tag().isEmpty()
                    && item.anchor().isEmpty();
            if (!word || item.span().isEmpty()) {
                throw new Refused("it is written in brackets");
            }
            sorted.append(text, item.span().start(), item.span().end());
            if (place < to) {
                int next = list.items().get(place + 1).span().start();
                sorted.append(text, list.items().get(place).span().end(), next);
            }
        }
        Location at = new Location(file, new Span(start, end));
        if (at.text().indexOf('\n') >= 0 || at.text().indexOf('\r') >= 0) {
            throw new Refused("it is written in brackets over several lines");
        }
        return new Edit(at, sorted.toString());
    }

    private Edit ofLines(boolean document) throws Refused {
        Lines lines = new Lines(file);
        List<Block> blocks = BlockReader.read(node, lines);
        requirePlainLineEnds(lines, blocks);
        requireGroups(lines, blocks);
        Block top = blocks.get(0);
        if (document && from == 0 && top.hasLead() && (top.first() == 1 || !lines.isBlank(top.first() - 1))) {
            throw new Refused("the comment at the top may be about the whole file");
        }
        int start = lines.start(blocks.get(from).first());
        int end = lines.end(blocks.get(to).last());
        boolean cut = lines.lineEnd(blocks.get(to).last()).isEmpty();
        StringBuilder sorted = new StringBuilder();
        for (int place = from; place <= to; place++) {
            Block block = blocks.get(order.get(place));
            boolean deep = place < to && blocks.get(order.get(place + 1)).deep();
            requireOwnEnd(lines, block, blocks.get(place).last() + 1, cut || deep);
            sorted.append(file.text(), lines.start(block.first()), lines.end(block.last()));
            if (place < to) {
                if (lines.lineEnd(block.last()).isEmpty()) {
                    // the file's last line, which is so no longer: it ends as the one above
                    sorted.append(lines.lineEnd(block.last() - 1));
                }
                int gap = lines.end(blocks.get(place).last());
                sorted.append(
                        file.text(), gap, lines.start(blocks.get(place + 1).first()));
            }
        }
        if (cut) {
            sorted.setLength(sorted.length()
                    - lines.lineEnd(blocks.get(order.get(to)).last()).length());
        }
        return new Edit(new Location(file, new Span(start, end)), sorted.toString());
    }

    /** Refuses to move what YAML 1.1 takes for ends of lines and YAML 1.2 does not, or the other way around. */
    private void requirePlainLineEnds(Lines lines, List<Block> blocks) throws Refused {
        int end = lines.end(blocks.get(to).last());
        for (int i = lines.start(blocks.get(from).first()); i < end; i++) {
            char c = file.text().charAt(i);
            boolean lone =
                    c == '\r' && (i + 1 == file.text().length() || file.text().charAt(i + 1) != '\n');
            if (lone || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                throw new Refused("its lines end in unusual ways");
            }
        }
    }

    /** Refuses to move anything across a comment with a blank line below it, the heading of a group. */
    private void requireGroups(Lines lines, List<Block> blocks) throws Refused {
        Set<Integer> above = new HashSet<>();
        int most = -1;
        for (int place = from; place < to; place++) {
            above.add(order.get(place));
            most = Math.max(most, order.get(place));
            boolean complete = most == place && above.size() == place - from + 1;
            for (int line = blocks.get(place).last() + 1;
                    line < blocks.get(place + 1).first();
                    line++) {
                if (!complete && lines.comment(line) >= 0) {
                    throw new Refused(
                            "the comment on line " + line + ", with a blank line below it, divides it into groups");
                }
            }
        }
    }

    /**
     * Refuses to move a block scalar to where blanks or a comment would become a part of it, or its end of line would be
     * lost.
     *
     * @param line the line that is to follow it
     * @param changing whether it is known to change
     */
    private static void requireOwnEnd(Lines lines, Block block, int line, boolean changing) throws Refused {
        if (!block.open()) {
            return;
        }
        boolean swallows = changing;
        for (int next = line; next <= lines.count() && lines.isBlank(next); next++) {
            boolean end = lines.start(next) == lines.end(next);
            swallows |= !end && (block.keeping() || !lines.isEmpty(next));
        }
        if (swallows) {
            throw new Refused("a text written as a block would change at its end");
        }
    }
}
