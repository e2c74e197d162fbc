package dev.plimsoll.compose;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a service's {@code volumes:}. The short form is cut as compose-go's format/volume.go does it: at colons,
 * except that of a Windows drive; one part is an anonymous volume, and unknown options are passed over.
 */
final class VolumeReader {
    private VolumeReader() {}

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
        if (parts.size() == 1) {
            return new VolumeMount(Optional.empty(), located(scalar, parts.get(0)), false);
        }
        Text source = parts.get(0);
        Located<Value<String>> target = located(scalar, parts.get(1));
        boolean readOnly = parts.size() > 2 && hasOption(parts.get(2), "ro");
        if (isHostPath(source.value())) {
            return new BindMount(located(scalar, source), target, readOnly, Optional.empty());
        }
        return new VolumeMount(Optional.of(located(scalar, source)), target, readOnly);
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

    private static boolean hasOption(Text options, String option) {
        for (String word : options.value().split(",", -1)) {
            if (word.equals(option)) {
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
        return switch (typeName == null ? "" : typeName) {
            case "tmpfs" -> TmpfsReader.fromLong(map, targetValue);
            case "volume" -> new VolumeMount(sourceValue, targetValue, fixed);
            case "bind" ->
                sourceValue.isPresent()
                        ? new BindMount(sourceValue.get(), targetValue, fixed, Optional.empty())
                        : new OtherMount("bind", sourceValue, targetValue);
            default -> new OtherMount(type.text().value(), sourceValue, targetValue);
        };
    }
}
