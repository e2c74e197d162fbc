package dev.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as YAML in the ways in which people do: blocks or braces, quotes, comments, indents, line ends. */
final class RandomYaml {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-=$%";
    private static final int DEEP = 3;

    private final Chance chance;
    private int comments;
    private int indent = 2;

    RandomYaml(Chance chance) {
        this.chance = chance;
    }

    /** A value that is to be written. */
    sealed interface Value permits One, Many, Items, Marked {}

    /** A scalar as it is written in blocks and in braces. */
    private record One(String block, String flow) implements Value {}

    /** A mapping, which may merge another one. */
    static final class Many implements Value {
        private final Map<String, Value> entries;

        private Many(Map<String, Value> entries) {
            this.entries = new LinkedHashMap<>(entries);
        }

        void put(String key, Value value) {
            entries.put(key, value);
        }

        /** Merges what an alias stands for. */
        void merge(Value alias) {
            Map<String, Value> own = new LinkedHashMap<>(entries);
            entries.clear();
            entries.put("<<", alias);
            entries.putAll(own);
        }
    }

    private record Items(List<Value> values) implements Value {}

    /** An anchor or a tag before a value. */
    private record Marked(String mark, Value value) implements Value {}

    Value scalar(String text) {
        return new One(text, text);
    }

    /** A word that needs no quotes. */
    Value word(String text) {
        return chance.oneIn(6) ? quoted(text) : new One(text, text);
    }

    Value quoted(String text) {
        String quoted = chance.oneIn(3) ? "'" + text + "'" : '"' + text + '"';
        return new One(quoted, quoted);
    }

    /** A string in quotes or without, as far as it can be. */
    Value text(String text) {
        boolean number = !text.isEmpty() && text.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        boolean plain = !number
                && !text.isEmpty()
                && (Character.isLetterOrDigit(text.charAt(0)) || "./$".indexOf(text.charAt(0)) >= 0);
        boolean inBlock = plain && !text.contains(": ") && !text.endsWith(":");
        boolean inFlow = plain && text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
        String quoted = chance.oneIn(3) ? "'" + text + "'" : '"' + text + '"';
        boolean quote = chance.oneIn(3);
        return new One(inBlock && !quote ? text : quoted, inFlow && !quote ? text : quoted);
    }

    /** A size, which may be a number. */
    Value size(String text) {
        boolean number = text.chars().allMatch(c -> Character.isDigit(c) || c == '-');
        return number ? scalar(text) : text(text);
    }

    Value nothing() {
        return new One("", chance.of(List.of("{}", "null", "")));
    }

    Value map(Map<String, Value> entries) {
        return new Many(entries);
    }

    Value list(Value... values) {
        return new Items(List.of(values));
    }

    Value list(List<Value> values) {
        return new Items(values);
    }

    Value anchored(String name, @Nullable Value value) {
        return new Marked("&" + name, value == null ? nothing() : value);
    }

    Value alias(String name) {
        return new One("*" + name, "*" + name + " ");
    }

    Value tagged(String tag, Value value) {
        return new Marked(tag, value);
    }

    /** The text of a file. */
    String write(Map<String, Value> root) {
        indent = chance.oneIn(5) ? 4 : 2;
        StringBuilder text = new StringBuilder(chance.oneIn(12) ? "---\n" : "");
        if (chance.oneIn(4)) {
            text.append(comment()).append('\n');
        }
        if (chance.oneIn(25)) {
            return flow(new Many(root)) + "\n";
        }
        block(new Many(root), 0, text);
        if (chance.oneIn(5)) {
            text.append(comment()).append('\n');
        }
        String whole = text.toString();
        if (chance.oneIn(10)) {
            whole = whole.stripTrailing();
        }
        if (chance.oneIn(20)) {
            whole = "\uFEFF" + whole;
        }
        return chance.oneIn(8) ? whole.replace("\n", "\r\n") : whole;
    }

    private String comment() {
        return RandomProject.COMMENT + ++comments;
    }

    private void block(Many map, int depth, StringBuilder text) {
        String blanks = " ".repeat(depth * indent);
        for (Map.Entry<String, Value> entry : map.entries.entrySet()) {
            if (chance.oneIn(14)) {
                text.append(blanks).append(comment()).append('\n');
            }
            if (depth < 2 && chance.oneIn(6)) {
                text.append('\n');
            }
            boolean quote = depth > 0 && chance.oneIn(30) && !entry.getKey().equals("<<");
            text.append(blanks)
                    .append(quote ? '"' + entry.getKey() + '"' : entry.getKey())
                    .append(':');
            value(entry.getValue(), depth, text);
        }
    }

    /** What stands behind the colon, to the end of the last line. */
    private void value(Value value, int depth, StringBuilder text) {
        if (value instanceof Marked marked) {
            text.append(' ').append(marked.mark());
            value(marked.value(), depth, text);
        } else if (value instanceof One one) {
            text.append(one.block().isEmpty() ? "" : " ").append(one.block());
            end(text);
        } else if (value instanceof Many map) {
            if (map.entries.isEmpty() || chance.oneIn(depth < 2 ? 12 : DEEP)) {
                text.append(' ').append(flow(map));
                end(text);
            } else {
                end(text);
                block(map, depth + 1, text);
            }
        } else if (value instanceof Items items) {
            if (items.values().isEmpty() || chance.oneIn(DEEP)) {
                text.append(' ').append(flow(items));
                end(text);
            } else {
                end(text);
                items(items, depth + (chance.oneIn(3) ? 0 : 1), text);
            }
        }
    }

    private void items(Items items, int depth, StringBuilder text) {
        String blanks = " ".repeat(depth * indent);
        for (Value item : items.values()) {
            if (chance.oneIn(14)) {
                text.append(blanks).append(comment()).append('\n');
            }
            text.append(blanks).append("- ");
            if (item instanceof Many map && !chance.oneIn(DEEP)) {
                StringBuilder nested = new StringBuilder();
                int saved = indent;
                block(map, 0, nested);
                indent = saved;
                String lines = nested.toString().replaceFirst("^(# note [0-9]+\n|\n)+", "");
                String deeper = blanks + "  ";
                text.append(lines.stripTrailing().replace("\n", "\n" + deeper)).append('\n');
            } else {
                text.append(item instanceof One one ? one.block() : flow(item));
                end(text);
            }
        }
    }

    private void end(StringBuilder text) {
        if (chance.oneIn(14)) {
            text.append(chance.oneIn(2) ? "  " : " ").append(comment());
        }
        text.append('\n');
    }

    private String flow(Value value) {
        List<String> parts = new ArrayList<>();
        if (value instanceof One one) {
            return one.flow();
        } else if (value instanceof Marked marked) {
            return marked.mark() + ' ' + flow(marked.value());
        } else if (value instanceof Items items) {
            for (Value item : items.values()) {
                parts.add(flow(item));
            }
            return joined(parts, '[', ']');
        } else if (value instanceof Many map) {
            for (Map.Entry<String, Value> entry : map.entries.entrySet()) {
                parts.add(entry.getKey() + ": " + flow(entry.getValue()));
            }
            return joined(parts, '{', '}');
        }
        throw new IllegalStateException();
    }

    private String joined(List<String> parts, char open, char close) {
        String blank = chance.oneIn(3) ? " " : "";
        return open + blank + String.join(", ", parts) + blank + close;
    }
}
