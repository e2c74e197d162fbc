package dev.plimsoll.yaml;

/**
 * A colon directly before a comma or a closing bracket of the flow style: {@code {old:}}. By the specification it ends a key
 * without a value. Docker's YAML reader takes it for a part of the word: the key is {@code old:}. Source: go-yaml v3
 * scannerc.go (yaml_parser_scan_plain_scalar), Compose 2.40.3.
 */
final class FlowColon {
    private FlowColon() {}

    /** The key as Docker reads it. */
    static YamlNode key(YamlNode key, YamlNode value, CharSequence content, int base) {
        boolean bare = key instanceof YamlScalar scalar
                && scalar.style() == YamlScalar.Style.PLAIN
                && value instanceof YamlScalar nothing
                && nothing.start() == nothing.end()
                && nothing.style() == YamlScalar.Style.PLAIN;
        int colon = key.end() - base;
        if (!bare
                || colon + 1 >= content.length()
                || content.charAt(colon) != ':'
                || !ends(content.charAt(colon + 1))) {
            return key;
        }
        YamlScalar scalar = (YamlScalar) key;
        YamlNode.Properties properties =
                YamlNode.Properties.none(key.file()).with(key.properties().tag(), null);
        return new YamlScalar(properties, key.start(), key.end() + 1, scalar.value() + ":", YamlScalar.Style.PLAIN);
    }

    /** An item of a flow list as Docker reads it: {@code [a:]} holds a word, not a mapping. */
    static YamlNode item(YamlNode item, char first) {
        boolean word = first != '{'
                && item instanceof YamlMapping mapping
                && mapping.size() == 1
                && mapping.value(0).start() == mapping.value(0).end()
                && mapping.key(0) instanceof YamlScalar key
                && key.style() == YamlScalar.Style.PLAIN
                && key.raw().endsWith(":");
        return word ? ((YamlMapping) item).key(0) : item;
    }

    private static boolean ends(char c) {
        return c == ',' || c == '}' || c == ']';
    }
}
