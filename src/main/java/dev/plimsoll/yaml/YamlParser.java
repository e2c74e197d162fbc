package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree from parse events. Not from snakeyaml's own nodes: those forget where an alias stood, and end a block at
 * the next token, beyond the comments that follow it.
 */
public final class YamlParser {
    private final SourceFile file;
    /** What is parsed, and the offset of the file at which it stands. */
    private final String content;

    private final int base;
    private final Parser parser;
    private final CodePoints codePoints;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private final Map<YamlNode, Long> aliasedSizes = new HashMap<>();
    private long written;
    private int depth;
    private int lastOffset;

    private YamlParser(SourceFile file, int base, String content) {
        this.file = file;
        this.base = base;
        this.content = content;
        this.lastOffset = base;
        this.codePoints = CodePoints.of(content);
        LoadSettings settings = ScannerSettings.of(content.length());
        this.parser = new ParserImpl(settings, new StreamReader(settings, content));
    }

    /**
     * Reads all documents of a file.
     *
     * @return the roots of the documents in order; of one that its marker begins and that holds nothing, a null
     * @throws YamlSyntaxException if the text is not YAML, has a duplicate key, an alias without anchor or inside its own
     *     anchor, or is deeper or larger than {@link YamlLimits} allow
     */
    public static List<YamlNode> parse(SourceFile file) throws YamlSyntaxException {
        return parse(new YamlParser(file, 0, file.text()));
    }

    /**
     * Reads the documents of a part of a file, as a block of documentation. All places are those of the file.
     *
     * @param part where they stand
     * @param content what stands there, unit for unit, with blanks in place of what is no YAML
     * @throws YamlSyntaxException as {@link #parse(SourceFile)}
     * @throws IllegalArgumentException if the content is not as long as the part
     */
    public static List<YamlNode> parse(Location part, String content) throws YamlSyntaxException {
        if (content.length() != part.span().length()) {
            throw new IllegalArgumentException(content.length() + " units for " + part.span());
        }
        return parse(new YamlParser(part.file(), part.span().start(), content));
    }

    private static List<YamlNode> parse(YamlParser reading) throws YamlSyntaxException {
        SourceFile file = reading.file;
        try {
            return reading.documents();
        } catch (MarkedYamlEngineException e) {
            throw reading.syntaxError(e);
        } catch (ReaderException e) {
            int offset = Math.min(reading.codePoints.offset(e.getPosition()), reading.content.length());
            throw new YamlSyntaxException(
                    new Location(file, Span.at(reading.base + offset)),
                    "not valid YAML: the character U+" + String.format("%04X", e.getCodePoint()) + " is not allowed");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // the library's scanner stumbles over half an escape in a tag
            throw new YamlSyntaxException(
                    new Location(file, Span.at(reading.lastOffset)), "not valid YAML: a tag or escape is not complete");
        } catch (YamlEngineException e) {
            throw new YamlSyntaxException(
                    new Location(file, Span.at(reading.base)), "not valid YAML: " + oneLine(e.getMessage()));
        }
    }

    private YamlSyntaxException syntaxError(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
        int offset = mark.isPresent() ? offset(mark) : base;
        if (TemplateSign.isIn(content, offset - base)) {
            return new YamlSyntaxException(new Location(file, Span.at(offset)), TemplateSign.MESSAGE);
        }
        String context = oneLine(e.getContext());
        context = context.isEmpty() ? "" : context + ", ";
        return new YamlSyntaxException(
                new Location(file, Span.at(offset)), "not valid YAML: " + context + oneLine(e.getProblem()));
    }

    private static String oneLine(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString().strip();
    }

    private List<YamlNode> documents() throws YamlSyntaxException {
        List<YamlNode> roots = new ArrayList<>(1);
        while (parser.hasNext()) {
            Event event = parser.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    // anchors go on: Docker's reader lets a later document refer to them
                    YamlNode root = node(parser.next());
                    boolean nothing = root instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NULL;
                    if (!nothing) {
                        roots.add(root);
                    } else if (((DocumentStartEvent) event).isExplicit()) {
                        Span marker = Span.at(offset(event.getStartMark()));
                        roots.add(new YamlScalar(file, marker, null, null, "", YamlScalar.Style.PLAIN));
                    }
                }
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                default -> throw new IllegalStateException("event between documents: " + event);
            }
        }
        return roots;
    }

    private YamlNode node(Event event) throws YamlSyntaxException {
        lastOffset = offset(event.getStartMark());
        if (++written > YamlLimits.MAX_NODES) {
            throw new YamlSyntaxException(start(event), "more than " + YamlLimits.MAX_NODES + " nodes");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        Optional<Anchor> anchored = ((NodeEvent) event).getAnchor();
        String anchor = anchored.isPresent() ? anchored.get().getValue() : null;
        if (event instanceof ScalarEvent scalar) {
            return remember(anchor, scalar(scalar, anchor));
        }
        if (++depth > YamlLimits.MAX_DEPTH) {
            throw new YamlSyntaxException(start(event), "nested more than " + YamlLimits.MAX_DEPTH + " levels deep");
        }
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        YamlNode node = event instanceof MappingStartEvent mapping
                ? mapping(mapping, anchor)
                : sequence((SequenceStartEvent) event, anchor);
        if (anchor != null) {
            openAnchors.remove(anchor);
        }
        depth--;
        return remember(anchor, node);
    }

    private YamlNode remember(@Nullable String anchor, YamlNode node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private YamlAlias alias(AliasEvent event) throws YamlSyntaxException {
        String name = event.getAlias().getValue();
        Span span = new Span(offset(event.getStartMark()), offset(event.getEndMark()));
        Location at = new Location(file, span);
        if (openAnchors.contains(name)) {
            throw new YamlSyntaxException(at, "alias *" + name + " lies inside its own anchor &" + name);
        }
        YamlNode target = anchors.get(name);
        if (target == null) {
            throw new YamlSyntaxException(at, "alias *" + name + " has no anchor &" + name + " before it");
        }
        target.markReferenced();
        aliased += size(target);
        if (aliased > YamlLimits.MAX_ALIASED_NODES + YamlLimits.ALIASED_NODES_PER_NODE * written) {
            throw new YamlSyntaxException(at, "aliases would expand to more than " + aliased + " nodes");
        }
        return new YamlAlias(file, span, name, target);
    }

    private long aliased;

    /** Nodes that a node stands for with its aliases followed. Each node is counted once: a bomb costs what it weighs. */
    private long size(YamlNode node) {
        if (node instanceof YamlScalar) {
            return 1;
        }
        if (node instanceof YamlAlias alias) {
            return size(alias.target());
        }
        Long known = aliasedSizes.get(node);
        if (known != null) {
            return known;
        }
        long sum = 1;
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                sum += size(entry.key()) + size(entry.value());
            }
        } else if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                sum += size(item);
            }
        }
        long capped = Math.min(sum, Integer.MAX_VALUE);
        aliasedSizes.put(node, capped);
        return capped;
    }

    private YamlScalar scalar(ScalarEvent event, @Nullable String anchor) {
        int from = contentStart(event);
        int to = Math.max(from, offset(event.getEndMark()));
        YamlScalar.Style style = style(event.getScalarStyle());
        if (style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED) {
            to = trimEnd(from, to);
        }
        return new YamlScalar(file, new Span(from, to), tag(event.getTag()), anchor, event.getValue(), style);
    }

    private static YamlScalar.Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
            case LITERAL -> YamlScalar.Style.LITERAL;
            case FOLDED -> YamlScalar.Style.FOLDED;
            default -> YamlScalar.Style.PLAIN;
        };
    }

    private YamlMapping mapping(MappingStartEvent event, @Nullable String anchor) throws YamlSyntaxException {
        List<YamlMapping.Entry> entries = new ArrayList<>();
        Map<String, YamlNode> seen = new HashMap<>();
        Event next = parser.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            YamlNode key = node(next);
            YamlNode value = node(parser.next());
            if (event.isFlow()) {
                key = FlowColon.key(file, key, value, content, base);
            }
            rejectDuplicate(key, seen);
            entries.add(new YamlMapping.Entry(key, value));
            next = parser.next();
        }
        int from = contentStart(event);
        int to = event.isFlow() ? offset(next.getEndMark()) : from;
        if (!event.isFlow() && !entries.isEmpty()) {
            YamlMapping.Entry last = entries.get(entries.size() - 1);
            from = entries.get(0).key().span().start();
            to = Math.max(last.key().span().end(), last.value().span().end());
        }
        return new YamlMapping(
                file, new Span(from, Math.max(from, to)), tag(event.getTag()), anchor, entries, event.isFlow());
    }

    private static void rejectDuplicate(YamlNode key, Map<String, YamlNode> seen) throws YamlSyntaxException {
        if (!(key instanceof YamlScalar scalar)) {
            return;
        }
        YamlNode first = seen.putIfAbsent(scalar.value(), key);
        if (first != null) {
            int line = first.location().start().line();
            throw new YamlSyntaxException(
                    "yaml-duplicate-key",
                    key.location(),
                    "the key \"" + oneLine(scalar.value()) + "\" is defined twice, first on line " + line);
        }
    }

    private YamlSequence sequence(SequenceStartEvent event, @Nullable String anchor) throws YamlSyntaxException {
        List<YamlNode> items = new ArrayList<>();
        Event next = parser.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            YamlNode item = node(next);
            boolean pair = event.isFlow() && item instanceof YamlMapping;
            items.add(pair ? FlowColon.item(item, unit(item.span().start())) : item);
            next = parser.next();
        }
        int from = contentStart(event);
        int to = event.isFlow() ? offset(next.getEndMark()) : from;
        if (!event.isFlow() && !items.isEmpty()) {
            to = items.get(items.size() - 1).span().end();
        }
        return new YamlSequence(
                file, new Span(from, Math.max(from, to)), tag(event.getTag()), anchor, items, event.isFlow());
    }

    /** Where a node's content starts: behind its anchor and tag, which its event includes. */
    private int contentStart(NodeEvent event) {
        int at = offset(event.getStartMark());
        int end = offset(event.getEndMark());
        boolean decorated = event.getAnchor().isPresent() || hasTag(event);
        while (decorated && at < end && (unit(at) == '&' || unit(at) == '!')) {
            while (at < end && !isBlank(unit(at))) {
                at++;
            }
            at = skipBlanksAndComments(at, end);
        }
        return at;
    }

    private static boolean hasTag(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag().isPresent();
        }
        if (event instanceof MappingStartEvent mapping) {
            return mapping.getTag().isPresent();
        }
        return event instanceof SequenceStartEvent sequence && sequence.getTag().isPresent();
    }

    private int skipBlanksAndComments(int from, int end) {
        int at = from;
        while (at < end) {
            if (isBlank(unit(at))) {
                at++;
            } else if (unit(at) == '#') {
                while (at < end && unit(at) != '\n' && unit(at) != '\r') {
                    at++;
                }
            } else {
                break;
            }
        }
        return at;
    }

    private int trimEnd(int from, int to) {
        int end = to;
        while (end > from && isBlank(unit(end - 1))) {
            end--;
        }
        return end;
    }

    private char unit(int offset) {
        return content.charAt(offset - base);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static @Nullable String tag(Optional<String> tag) {
        return tag.isPresent() ? tag.get() : null;
    }

    private Location start(Event event) {
        return new Location(file, Span.at(offset(event.getStartMark())));
    }

    private int offset(Optional<Mark> mark) {
        int offset = mark.isPresent() ? codePoints.offset(mark.get().getIndex()) : 0;
        return base + Math.min(offset, content.length());
    }
}
