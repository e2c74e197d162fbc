package dev.plimsoll.compose.check;

import dev.plimsoll.compose.edit.YamlEdits;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.schema.ComposeSchema;
import dev.plimsoll.schema.OldBoolean;
import dev.plimsoll.schema.Violation;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlScalar;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be said of the tree itself, before the model forgets it. */
public final class StructureChecks {
    private static final String LABELS = "labels";

    private final LoadLog log;

    /** Checks that tell a log what they find. */
    public StructureChecks(LoadLog log) {
        this.log = log;
    }

    /** Looks at the merged document. */
    public void check(MapNode root) {
        SchemaView view = new SchemaView(root);
        schema(view);
        services(root.map("services"));
        new ContradictionChecks(log).resources(root);
        for (OldBoolean word : ComposeSchema.oldBooleans(view)) {
            if (word.value() instanceof SchemaView value && value.node() instanceof ScalarNode scalar) {
                yamlBoolean(word.key(), scalar, word.meant());
            }
        }
    }

    private void services(@Nullable MapNode services) {
        if (services == null) {
            return;
        }
        ShortSyntaxChecks texts = new ShortSyntaxChecks(log);
        ContradictionChecks contradictions = new ContradictionChecks(log);
        for (Map.Entry<String, Entry> named : services.entries().entrySet()) {
            Entry entry = named.getValue();
            if (entry.value() instanceof MapNode service) {
                MapNode ulimits = service.map("ulimits");
                if (ulimits != null) {
                    new UlimitChecks(log).check(named.getKey(), ulimits);
                }
                texts.check(service);
                contradictions.check(service, services);
                recent(service, "pre_start", "5.3.0");
                String path = "services/" + named.getKey() + '/';
                numbers(service, "environment", path);
                numbers(service, LABELS, path);
                numbers(service, "annotations", path);
                MapNode deploy = service.map("deploy");
                if (deploy != null) {
                    numbers(deploy, LABELS, path + "deploy/");
                }
                MapNode build = service.map("build");
                if (build != null) {
                    numbers(build, "args", path + "build/");
                    numbers(build, LABELS, path + "build/");
                    recent(build, "no_cache_filter", "5.0.0");
                }
            }
        }
    }

    /** Looks for numbers that Compose turns into other text, in a mapping whose values it hands on as text. */
    private void numbers(MapNode owner, String section, String path) {
        MapNode values = owner.map(section);
        if (values == null) {
            return;
        }
        for (Map.Entry<String, Entry> named : values.entries().entrySet()) {
            // most files have none: the class that knows them is loaded for what may be one
            if (named.getValue().value() instanceof ScalarNode scalar
                    && scalar.written().value().startsWith("0")
                    && LeadingZeros.has(scalar)) {
                log.find("yaml-octal", LeadingZeros.finding(path + section + '/', named.getKey(), scalar));
            }
        }
    }

    /**
     * Says of a key since when Compose knows it. The releases are those that first came with a schema that has the key
     * (compose-go 2.10.0 and 2.13.0); 2.40.3 refuses both.
     */
    private void recent(MapNode map, String key, String release) {
        Entry entry = map.entry(key);
        if (entry != null && map.get(key) != null) {
            Location at = entry.key().location();
            log.find(
                    "key-recent",
                    at,
                    key,
                    "\"" + key + "\" requires Compose " + release + ": older versions refuse to load the project");
        }
    }

    private void schema(SchemaView root) {
        for (Violation violation : ComposeSchema.check(root, log.isPartial())) {
            Finding.Builder finding = Finding.at(violation.at()).evidence(violation.path());
            if (isWord(violation.at().text()) && violation.suggestion().isPresent()) {
                String title = "write " + violation.suggestion().get();
                finding.help(title);
                Edit edit = new Edit(violation.at(), violation.suggestion().get());
                finding.fix(new Fix(title, Safety.SAFE, List.of(edit)));
            }
            String where = "";
            if (isLongTmpfs(violation)) {
                finding.help("move it below volumes");
                where = ": the long form of a tmpfs belongs below volumes";
            }
            log.find("schema", finding.says(violation.message() + where));
        }
    }

    /** Whether a mapping stands in the list that takes the short form only: {@code tmpfs: [{type: tmpfs, …}]}. */
    private static boolean isLongTmpfs(Violation violation) {
        String path = violation.path();
        String text = violation.at().text();
        return path.contains(".tmpfs[") && path.endsWith("]") && text.contains("target") && text.contains("type");
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
        boolean alone = YamlEdits.isOwn(version)
                && version.owner() != null
                && !version.owner().isFlow()
                && version.owner().entries().size() > 1
                && version.value() instanceof ScalarNode;
        finding.help("remove it");
        if (alone) {
            // what an alias stands for is written elsewhere, before it
            Span lines = YamlEdits.wholeLines(
                    file, key.span().start(), version.value().at().span().end());
            Location removed = new Location(file, YamlEdits.withBlankLineBehind(file, lines));
            finding.fix(new Fix("remove it", Safety.SAFE, List.of(new Edit(removed, ""))));
        }
        log.find(
                "version-obsolete",
                finding.says("version is obsolete: Compose ignores it and prints a warning each time"));
    }

    /** Of the first document of a file: says which files beside it docker compose does not read because of it. */
    public void shadowing(MapNode root, String name, List<File> others) {
        if (others.isEmpty() || root.entries().isEmpty()) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < others.size(); i++) {
            names.append(i == 0 ? "" : i == others.size() - 1 ? " and " : ", ")
                    .append(others.get(i).getName());
        }
        Location first = root.entries().values().iterator().next().key().location();
        log.find(
                "file-shadowed",
                Finding.at(first)
                        .evidence(names.toString())
                        .help("delete the file that is not used, or name it with --file")
                        .says("docker compose reads " + name + " and ignores " + names + " beside it"));
    }

    private void yamlBoolean(String key, ScalarNode scalar, String meant) {
        boolean plain = scalar.written().style() == YamlScalar.Style.PLAIN && !scalar.isInterpolated();
        if (!plain) {
            return;
        }
        String written = scalar.written().value();
        Finding.Builder finding = Finding.at(scalar.at()).evidence(key);
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
}
