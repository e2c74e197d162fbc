package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.source.SourceFile;
import java.util.List;

/** Reads YAML in tests and walks to nodes. */
final class YamlFixture {
    private YamlFixture() {}

    static YamlNode parse(String text) {
        List<YamlNode> documents = documents(text);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    static List<YamlNode> documents(String text) {
        try {
            return YamlParser.parse(new SourceFile("compose.yaml", text));
        } catch (YamlSyntaxException e) {
            throw new AssertionError(e.getMessage() + " at " + e.at().start(), e);
        }
    }

    static YamlSyntaxException refused(String text) {
        YamlSyntaxException e = catchThrowableOfType(
                YamlSyntaxException.class, () -> YamlParser.parse(new SourceFile("compose.yaml", text)));
        assertThat(e).isNotNull();
        return e;
    }

    /** The node below a path of keys and indices. */
    static YamlNode at(YamlNode root, Object... path) {
        YamlNode node = root;
        for (Object step : path) {
            node = step instanceof Integer index ? item(node, index) : value(node, (String) step);
        }
        return node;
    }

    private static YamlNode item(YamlNode node, int index) {
        return ((YamlSequence) node).items().get(index);
    }

    private static YamlNode value(YamlNode node, String key) {
        for (YamlMapping.Entry entry : ((YamlMapping) node).entries()) {
            if (entry.key() instanceof YamlScalar scalar && scalar.value().equals(key)) {
                return entry.value();
            }
        }
        throw new AssertionError("no key " + key);
    }

    static YamlScalar scalar(YamlNode root, Object... path) {
        return (YamlScalar) at(root, path);
    }

    static String raw(YamlNode root, Object... path) {
        return at(root, path).location().text();
    }
}
