package dev.plimsoll.compose.check;

import dev.plimsoll.compose.edit.YamlEdits;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.schema.ComposeSchema;
import dev.plimsoll.schema.Violation;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is to be said of the tree itself, before the model forgets it. */
public final class StructureChecks {
    /** Boolean settings of services and of the sections at the top. Source: the Compose Specification. */
    private static final Set<String> BOOLEANS = Set.of(
            "attach",
            "attachable",
            "create_host_path",
            "disable",
            "enable_ipv4",
            "enable_ipv6",
            "external",
            "init",
            "internal",
            "no_cache",
            "nocopy",
            "oom_kill_disable",
            "privileged",
            "pull",
            "read_only",
            "restart",
            "stdin_open",
            "tty",
            "use_api_socket");

    private final LoadLog log;

    /** Checks that tell a log what they find. */
    public StructureChecks(LoadLog log) {
        this.log = log;
    }

    /** Looks at the merged document. */
    public void check(MapNode root) {
        schema(root);
        new ShortSyntaxChecks(log).check(root);
        new ContradictionChecks(log).check(root);
        for (String section : List.of("services", "networks", "volumes", "secrets", "configs")) {
            MapNode map = root.map(section);
            for (Entry entry : map == null ? List.<Entry>of() : map.entries().values()) {
                booleans(entry.value(), 0);
            }
        }
    }

    private void schema(MapNode root) {
        for (Violation violation : ComposeSchema.check(new SchemaView(root), log.isPartial())) {
            Finding.Builder finding = Finding.at(violation.at()).evidence(violation.path());
            // an alias that brought the key must stay as it is
            boolean own = isWord(violation.at().text());
            if (own && violation.suggestion().isPresent()) {
                String title = "write " + violation.suggestion().get();
                finding.help(title);
                Edit edit = new Edit(violation.at(), violation.suggestion().get());
                finding.fix(new Fix(title, Safety.SAFE, List.of(edit)));
            }
            log.find("schema", finding.says(violation.message()));
        }
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '_' && c != '-') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Of each document, before they are merged: Compose warns of each. */
    public void versionObsolete(MapNode root) {
        Entry version = root.entry("version");
        if (version == null) {
            return;
        }
        Location key = version.key().location();
        Finding.Builder finding = Finding.at(key).evidence("version");
        SourceFile file = key.file();
        Span lines = YamlEdits.wholeLines(
                file, key.span().start(), version.value().at().span().end());
        boolean alone = YamlEdits.isOwn(version)
                && version.owner() != null
                && !version.owner().isFlow()
                && version.owner().entries().size() > 1
                && version.value() instanceof ScalarNode;
        finding.help("remove it");
        if (alone) {
            Location removed = new Location(file, YamlEdits.withBlankLineBehind(file, lines));
            finding.fix(new Fix("remove it", Safety.SAFE, List.of(new Edit(removed, ""))));
        }
        log.find("version-obsolete", finding.says("version is obsolete: Compose ignores it and warns at every call"));
    }

    private void booleans(Node node, int depth) {
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                booleans(item, depth + 1);
            }
        } else if (node instanceof MapNode map) {
            for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
                Node value = entry.getValue().value();
                if (value instanceof ScalarNode scalar && BOOLEANS.contains(entry.getKey())) {
                    yamlBoolean(entry.getKey(), scalar, depth);
                } else if (!isFreeForm(entry.getKey())) {
                    booleans(value, depth + 1);
                }
            }
        }
    }

    /** Mappings whose keys are the user's own. */
    private static boolean isFreeForm(String key) {
        return switch (key) {
            case "environment", "labels", "annotations", "args", "sysctls", "driver_opts", "options", "extra_hosts" ->
                true;
            default -> false;
        };
    }

    private void yamlBoolean(String key, ScalarNode scalar, int depth) {
        boolean isServiceRestart = key.equals("restart") && depth == 0;
        boolean plain = scalar.written().style() == YamlScalar.Style.PLAIN && !scalar.isInterpolated();
        String meant = meant(scalar.written().value());
        if (isServiceRestart || !plain || meant.isEmpty()) {
            return;
        }
        String written = scalar.written().value();
        Finding.Builder finding = Finding.at(scalar.shown()).evidence(key).label(scalar.at(), "written here");
        finding.help("write " + meant);
        try {
            Edit edit = YamlEdits.setScalar(scalar, meant);
            finding.fix(new Fix("write " + meant, Safety.SAFE, List.of(edit)));
        } catch (Refused e) {
            finding.help("write " + meant + " (by hand: " + e.reason() + ")");
        }
        log.find(
                "yaml-boolean",
                finding.says(key + ": " + written + " is a string in YAML 1.2; Compose reads it as " + meant
                        + " and warns"));
    }

    private static String meant(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on" -> "true";
            case "no", "n", "off" -> "false";
            default -> "";
        };
    }
}
