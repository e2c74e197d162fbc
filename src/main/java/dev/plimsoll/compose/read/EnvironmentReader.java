package dev.plimsoll.compose.read;

import dev.plimsoll.compose.files.DotEnv;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.files.RawEnv;
import dev.plimsoll.compose.tree.GoScalar;
import dev.plimsoll.compose.tree.ListKeys;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service's {@code environment} over its {@code env_file}s, which need not be there: they are usually not in git. */
public final class EnvironmentReader {
    private final MapNode service;
    private final ProjectFiles files;
    private final Variables variables;
    private final LoadLimits limits;
    private final List<InputError> errors = new ArrayList<>(0);
    private boolean more;

    /** A reader of one service. */
    public EnvironmentReader(MapNode service, ProjectFiles files, Variables variables, LoadLimits limits) {
        this.limits = limits;
        this.service = service;
        this.files = files;
        this.variables = variables;
    }

    Map<String, Located<Value<String>>> read() {
        Map<String, Located<Value<String>>> found = new HashMap<>();
        envFiles(found);
        Node node = service.get("environment");
        if (node == null) {
            return found;
        }
        for (Map.Entry<String, Entry> entry :
                ListKeys.asMapping(node, "environment").entries().entrySet()) {
            String name = entry.getKey();
            if (!(entry.getValue().value() instanceof ScalarNode scalar)) {
                // what !reset takes away, another file may give
                continue;
            }
            if (scalar.isNull()) {
                found.put(name, scalar.located(passedOn(name)));
            } else {
                found.put(name, new Located<>(value(scalar), scalar.text().location(), scalar.through()));
            }
        }
        return found;
    }

    /** What a variable without a value gets from whoever starts the project. */
    private Value<String> passedOn(String name) {
        String known = variables.get(name);
        return known == null
                ? Value.inherited(name)
                : new Value.Interpolated<>("${" + name + "}", List.of(name), Optional.of(known));
    }

    /** After reading: what makes Compose refuse the files of variables, if it starts the service. */
    public List<InputError> errors() {
        return errors;
    }

    /** After reading: whether a file of variables was not there, so that there may be more of them. */
    boolean mayHaveMore() {
        return more;
    }

    private static Value<String> value(ScalarNode scalar) {
        String shown = GoScalar.of(scalar);
        return shown.equals(scalar.text().value())
                ? Values.string(scalar)
                : new Value.Literal<>(shown, scalar.text().value());
    }

    private void envFiles(Map<String, Located<Value<String>>> found) {
        Node node = service.get("env_file");
        List<Node> items = node instanceof ListNode list ? list.items() : node == null ? List.of() : List.of(node);
        for (Node item : items) {
            ScalarNode path =
                    item instanceof MapNode map ? map.scalar("path") : item instanceof ScalarNode s ? s : null;
            String known = path == null ? null : path.known();
            if (path == null || known == null) {
                more = true;
                continue;
            }
            File file =
                    ProjectFiles.resolve(new File(files.directoryOf(path.at().file()), "."), known);
            try {
                if (files.isOwnFile(file)) {
                    boolean raw = item instanceof MapNode map && isRaw(map.scalar("format"));
                    add(files.read(file), raw, path, found);
                } else {
                    more = true;
                }
            } catch (UnreadableSourceException e) {
                // as good as not there
                more = true;
            }
        }
    }

    /** Whether an environment file is read without quotes, comments and variables. Source: Compose 2.40.3 (docs: env_file). */
    private static boolean isRaw(@Nullable ScalarNode format) {
        return format != null && "raw".equals(format.known());
    }

    private void add(SourceFile file, boolean raw, ScalarNode path, Map<String, Located<Value<String>>> found) {
        int before = errors.size();
        if (!limits.environment(found.size())) {
            more = true;
            return;
        }
        Variables known = variables.withDefaults(plain(found));
        Map<String, String> read = raw ? RawEnv.read(file, errors) : DotEnv.read(file, known, limits, errors);
        // what stands behind an error is not known, nor what is too much
        more |= errors.size() > before || !limits.environment(read.size());
        for (Map.Entry<String, String> entry : read.entrySet()) {
            // shown as Compose files refer to it: what such files hold is nobody's business
            String shown = "${" + entry.getKey() + "}";
            Value<String> value =
                    new Value.Interpolated<>(shown, List.of(entry.getKey()), Optional.of(entry.getValue()));
            found.put(entry.getKey(), path.located(value));
        }
    }

    private static Map<String, String> plain(Map<String, Located<Value<String>>> found) {
        Map<String, String> plain = new HashMap<>();
        for (Map.Entry<String, Located<Value<String>>> entry : found.entrySet()) {
            if (entry.getValue().value().known().isPresent()) {
                plain.put(entry.getKey(), entry.getValue().value().known().get());
            }
        }
        return plain;
    }
}
