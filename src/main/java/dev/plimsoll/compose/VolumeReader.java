package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.Entry;
import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ScalarNode;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a service's {@code volumes:}. The short form is cut as compose-go's format/volume.go does it: at colons,
 * except that of a Windows drive; one part is an anonymous volume, and unknown options are passed over.
 */
final class VolumeReader {
    /** Keys of the long form that a tmpfs has no use for; Compose only warns, and the engine refuses a source. */
    private static final String[] FOREIGN_TO_TMPFS = {"source", "bind", "volume", "image", "cluster"};

    private static final String[] FOREIGN_TO_VOLUME = {"bind", "tmpfs", "image", "cluster"};
    private static final String[] FOREIGN_TO_BIND = {"volume", "tmpfs", "image", "cluster"};

    private VolumeReader() {}

    /** What is written with a tmpfs that it does not take. */
    static List<Located<String>> foreignToTmpfs(MapNode mount) {
        return foreign(mount, FOREIGN_TO_TMPFS);
    }

    /** Those of these keys that are written, keys of a block by their path. */
    private static List<Located<String>> foreign(MapNode mount, String[] keys) {
        List<Located<String>> found = new ArrayList<>(0);
        for (String key : keys) {
            Entry entry = mount.entry(key);
            if (entry == null) {
                continue;
            }
            if (entry.value() instanceof MapNode block && !block.entries().isEmpty()) {
                for (Map.Entry<String, Entry> inner : block.entries().entrySet()) {
                    Entry written = inner.getValue();
                    found.add(new Located<>(
                            key + "." + inner.getKey(),
                            written.key().location(),
                            written.value().origin().through()));
                }
            } else if (entry.value() instanceof ScalarNode scalar && !scalar.isNull()) {
                found.add(new Located<>(
                        key, entry.key().location(), scalar.origin().through()));
            }
        }
        return found;
    }

    private static List<Located<String>> propagation(MapNode map) {
        MapNode bind = map.map("bind");
        ScalarNode written = bind == null ? null : bind.scalar("propagation");
        String known = written == null ? null : written.known();
        return written == null || known == null ? List.of() : List.of(written.located(known));
    }

    /** The mount, volumes with options of their own not looked up; null for an entry of the wrong type. */
    static @Nullable Mount read(Node entry) {
        if (entry instanceof MapNode map) {
            return fromLong(map);
        }
        return entry instanceof ScalarNode scalar ? fromShort(scalar) : null;
    }

    /** The cleaned target, by which Compose tells entries apart; null if it is not known. */
    static @Nullable String targetOf(Node entry) {
        Mount mount = read(entry);
        if (mount == null) {
            return null;
        }
        Optional<ContainerPath> path = mount.path();
        return path.isPresent() ? path.get().value() : null;
    }

    private static Mount fromShort(ScalarNode scalar) {
        List<Text> parts = parts(scalar.text());
        Located<String> declared = scalar.located(scalar.at().text());
        if (parts.size() == 1) {
            return new VolumeMount(
                    Optional.empty(), located(scalar, parts.get(0)), false, declared, List.of(), List.of());
        }
        Text source = parts.get(0);
        Located<Value<String>> target = located(scalar, parts.get(1));
        List<Located<String>> options = parts.size() > 2 ? options(scalar, parts.get(2)) : List.of();
        boolean readOnly = hasOption(options, "ro");
        if (isHostPath(source.value())) {
            return new BindMount(
                    located(scalar, source), target, readOnly, Optional.empty(), declared, options, List.of());
        }
        return new VolumeMount(Optional.of(located(scalar, source)), target, readOnly, declared, options, List.of());
    }

    /** The parts between colons: one to three for a volume that Compose takes. */
    static List<Text> parts(Text spec) {
        List<Text> parts = new ArrayList<>(3);
        String value = spec.value();
        if (value.length() <= 2 && spec.isKnown()) {
            parts.add(spec);
            return parts;
        }
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == ':' && !isDrive(value, from, i)) {
                parts.add(spec.part(from, i));
                from = i + 1;
            }
        }
        parts.add(spec.part(from, value.length()));
        return parts;
    }

    private static boolean isDrive(String value, int from, int colon) {
        return colon == from + 1 && Character.isLetter(value.charAt(from));
    }

    private static boolean isHostPath(String source) {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        return first == '.' || first == '/' || first == '~' || first == '\\' || isDrive(source, 0, source.indexOf(':'));
    }

    /** The words between commas; one that a variable decides is left out. */
    private static List<Located<String>> options(ScalarNode scalar, Text words) {
        List<Located<String>> options = new ArrayList<>(2);
        int from = 0;
        while (from <= words.length()) {
            int comma = words.value().indexOf(',', from);
            int to = comma < 0 ? words.length() : comma;
            Text word = words.part(from, to);
            if (word.isKnown()) {
                options.add(Values.part(scalar, word, word.value()));
            }
            from = to + 1;
        }
        return options;
    }

    private static boolean hasOption(List<Located<String>> options, String option) {
        for (Located<String> word : options) {
            if (word.value().equals(option)) {
                return true;
            }
        }
        return false;
    }

    private static Located<Value<String>> located(ScalarNode scalar, Text part) {
        return Values.part(scalar, part, Values.string(part, scalar.variables()));
    }

    private static @Nullable Mount fromLong(MapNode map) {
        ScalarNode type = map.scalar("type");
        ScalarNode target = map.scalar("target");
        if (type == null || target == null) {
            return null;
        }
        Located<Value<String>> targetValue = target.located(Values.string(target));
        ScalarNode source = map.scalar("source");
        boolean fixed = Values.isTrue(map.scalar("read_only"));
        Optional<Located<Value<String>>> sourceValue =
                source == null ? Optional.empty() : Optional.of(source.located(Values.string(source)));
        String typeName = type.known();
        Located<String> declared = map.located(targetValue.value().raw());
        return switch (typeName == null ? "" : typeName) {
            case "tmpfs" -> TmpfsReader.fromLong(map, targetValue);
            case "volume" ->
                new VolumeMount(sourceValue, targetValue, fixed, declared, List.of(), foreign(map, FOREIGN_TO_VOLUME));
            case "bind" ->
                sourceValue.isPresent()
                        ? new BindMount(
                                sourceValue.get(),
                                targetValue,
                                fixed,
                                Optional.empty(),
                                declared,
                                propagation(map),
                                foreign(map, FOREIGN_TO_BIND))
                        : new OtherMount("bind", sourceValue, targetValue, declared);
            default -> new OtherMount(type.text().value(), sourceValue, targetValue, declared);
        };
    }
}
