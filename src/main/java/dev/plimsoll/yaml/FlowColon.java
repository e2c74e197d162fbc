package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/**
 * A colon directly before a comma or a closing bracket of the flow style: {@code {old:}}. By the specification it ends a key
 * without a value. Docker's YAML reader takes it for a part of the word: the key is {@code old:}. Source: go-yaml v3
 * scannerc.go (yaml_parser_scan_plain_scalar), Compose 2.40.3.
 */
final class FlowColon {
    private FlowColon() {}

    /** The key as Docker reads it. */
    static YamlNode key(SourceFile file, YamlNode key, YamlNode value, CharSequence content, int base) {
        boolean bare = key instanceof YamlScalar scalar
                && scalar.style() == YamlScalar.Style.PLAIN
                && value instanceof YamlScalar nothing
                && nothing.span().length() == 0
                && nothing.style() == YamlScalar.Style.PLAIN;
        int colon = key.span().end() - base;
        if (!bare
                || colon + 1 >= content.length()
                || content.charAt(colon) != ':'
                || !ends(content.charAt(colon + 1))) {
            return key;
        }
        Span span = new Span(key.span().start(), key.span().end() + 1);
        YamlScalar scalar = (YamlScalar) key;
        String tag = scalar.tag().orElse(null);
        return new YamlScalar(file, span, tag, null, scalar.value() + ":", YamlScalar.Style.PLAIN);
    }

    /** An item of a flow list as Docker reads it: {@code [a:]} holds a word, not a mapping. */
    static YamlNode item(YamlNode item, char first) {
        boolean word = first != '{'
                && item instanceof YamlMapping mapping
                && mapping.entries().size() == 1
                && mapping.entries().get(0).value().span().length() == 0
                && mapping.entries().get(0).key() instanceof YamlScalar key
                && key.style() == YamlScalar.Style.PLAIN
                && key.raw().endsWith(":");
        return word ? ((YamlMapping) item).entries().get(0).key() : item;
    }

    private static boolean ends(char c) {
        return c == ',' || c == '}' || c == ']';
    }
}
