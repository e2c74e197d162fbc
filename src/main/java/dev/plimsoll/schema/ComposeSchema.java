package dev.plimsoll.schema;

import java.util.ArrayList;
import java.util.List;

/** Holds a Compose file against the schema. */
public final class ComposeSchema {
    /** Violations that are reported of one file: who has more has another problem. */
    static final int MAX_VIOLATIONS = 100;

    private static final ShapeTable SHAPES = new ShapeTable(BuiltInShapes.text());

    private ComposeSchema() {}

    /**
     * Checks a whole file.
     *
     * @param root the merged tree
     * @return what is wrong, sorted by place, not more than a hundred; empty if all is right
     */
    public static List<Violation> check(SchemaNode root) {
        return check(root, false);
    }

    /**
     * Checks a file that may go on top of another.
     *
     * @param root the merged tree
     * @param partial whether the file goes on top of another: then nothing is wrong about a missing key
     * @return what is wrong, sorted by place, not more than a hundred; empty if all is right
     */
    public static List<Violation> check(SchemaNode root, boolean partial) {
        Shape shape = shapes().root();
        Acceptance acceptance = new Acceptance(partial);
        if (acceptance.accepts(root, shape)) {
            return List.of();
        }
        return new SchemaReport(root, shape, acceptance, new EveritSchemas(partial)).violations();
    }

    /**
     * Finds the words of YAML 1.1 that stand where Compose makes a boolean of a text.
     *
     * @param root the merged tree
     * @return the words in their order, quoted ones and those of variables too
     */
    public static List<OldBoolean> oldBooleans(SchemaNode root) {
        List<OldBoolean> found = new ArrayList<>();
        oldBooleans(root, shapes().root(), found);
        return found;
    }

    private static void oldBooleans(SchemaNode node, Shape shape, List<OldBoolean> found) {
        for (String key : node.keys()) {
            SchemaNode value = node.member(key);
            Shape member = shape.member(key);
            if (value == null || member == null) {
                continue;
            }
            if (value.kind() == SchemaNode.Kind.STRING && member.format() == TextFormat.FLAG) {
                String meant = TextFormat.oldBoolean(value.text());
                if (!meant.isEmpty()) {
                    found.add(new OldBoolean(key, value, meant));
                }
            } else {
                oldBooleans(value, member, found);
            }
        }
        Shape items = shape.items();
        if (items != null && node.kind() == SchemaNode.Kind.LIST) {
            for (SchemaNode element : node.elements()) {
                oldBooleans(element, items, found);
            }
        }
    }

    /** The compiled schema of Compose files. */
    static ShapeTable shapes() {
        return SHAPES;
    }
}
