package dev.plimsoll.compose;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Merger;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.yaml.YamlScalar;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a project's files come to, as paths with values: also what no rule looks at. */
public final class ResolvedTree {
    /** Words that Compose takes for a boolean where it wants one. */
    private static final Map<String, String> BOOLEANS =
            Map.of("yes", "true", "on", "true", "y", "true", "no", "false", "off", "false", "n", "false");

    private final SortedMap<String, String> values = new TreeMap<>();

    private ResolvedTree() {}

    /**
     * The values by their paths, such as {@code services/web/mem_limit}. Items of {@code tmpfs} and {@code volumes} are
     * known by where they are mounted, those of other lists by their number.
     */
    public static SortedMap<String, String> of(List<File> composeFiles, ProjectFiles files) {
        ProjectLoader loader =
                new ProjectLoader(files, new LoadOptions(Variables.NONE, List.of(), true, true, List.of()));
        File directory = composeFiles.get(0).getAbsoluteFile().getParentFile();
        Variables variables = loader.environment().read(directory, List.of(), Variables.NONE);
        MapNode root = loader.merged(composeFiles, directory, variables, List.of());
        ResolvedTree tree = new ResolvedTree();
        if (root != null) {
            tree.add("", Merger.unify(root));
        }
        return tree.values;
    }

    private void add(String path, Node node) {
        if (node instanceof MapNode map) {
            if (map.entries().isEmpty()) {
                values.put(path, "{}");
            }
            for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
                String below = path.isEmpty() ? entry.getKey() : path + '/' + entry.getKey();
                add(below, entry.getValue().value());
            }
        } else if (node instanceof ListNode list) {
            boolean mounts = path.startsWith("services/") && (path.endsWith("/tmpfs") || path.endsWith("/volumes"));
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                String below = path + "/[" + (mounts ? target(item, path.endsWith("/tmpfs")) : i) + "]";
                while (values.containsKey(below)) {
                    below += "+";
                }
                add(below, item);
            }
        } else if (node instanceof ScalarNode scalar) {
            boolean mount = path.startsWith("services/") && path.endsWith("/tmpfs");
            String place = mount ? path + "/[" + target(scalar, true) + "]" : path;
            values.put(place, shown(scalar));
        }
        // what is reset is not there, whatever it would have been merged into
    }

    private static String shown(ScalarNode scalar) {
        String text = scalar.text().value();
        String other = BOOLEANS.get(text.toLowerCase(Locale.ROOT));
        if (scalar.written().style() == YamlScalar.Style.PLAIN && other != null) {
            return other;
        }
        boolean word = scalar.kind() == YamlScalar.Kind.STRING || scalar.isInterpolated();
        return scalar.isNull() ? "" : word ? '"' + text + '"' : text;
    }

    private static String target(Node item, boolean tmpfs) {
        if (item instanceof MapNode map) {
            ScalarNode target = map.scalar("target");
            return target == null ? "" : target.text().value();
        }
        String text = item instanceof ScalarNode scalar ? scalar.text().value() : "";
        String[] parts = text.split(":", -1);
        return tmpfs || parts.length == 1 ? parts[0] : parts[1];
    }
}
