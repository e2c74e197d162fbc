package dev.plimsoll.inspect;

import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What a container mounts, as {@code --tmpfs}, {@code --volume} and {@code --mount}. */
final class MountWords {
    private static final String TARGET = "Target";

    private final ContainerWords words;
    private final JsonValue host;
    private final Set<String> targets = new LinkedHashSet<>();

    private MountWords(ContainerWords words, JsonValue host) {
        this.words = words;
        this.host = host;
    }

    /**
     * Writes them.
     *
     * @param words takes the options
     * @param container what the engine says of the container
     * @param ofImage the paths that its image keeps in volumes
     * @param imageKnown whether that is known
     */
    static void write(ContainerWords words, JsonValue container, Set<String> ofImage, boolean imageKnown) {
        MountWords mounts = new MountWords(words, container.get("HostConfig"));
        mounts.tmpfs();
        mounts.binds();
        mounts.mounts();
        if (imageKnown) {
            mounts.anonymous(container.get("Config").get("Volumes").entries().keySet(), ofImage);
        }
    }

    private void tmpfs() {
        for (Map.Entry<String, JsonValue> entry : host.get("Tmpfs").entries().entrySet()) {
            String options = entry.getValue().string();
            words.option("--tmpfs", options.isEmpty() ? entry.getKey() : entry.getKey() + ":" + options);
            targets.add(entry.getKey());
        }
    }

    private void binds() {
        for (String bind : host.get("Binds").strings()) {
            int first = bind.indexOf(':');
            String source = first < 0 ? "" : bind.substring(0, first);
            String rest = bind.substring(first + 1);
            int second = rest.indexOf(':');
            targets.add(second < 0 ? rest : rest.substring(0, second));
            boolean anonymous = EngineDefaults.isMadeUp(source);
            words.option("--volume", anonymous && second < 0 ? rest : bind);
        }
    }

    private void mounts() {
        for (JsonValue mount : host.get("Mounts").items()) {
            targets.add(mount.get(TARGET).string());
            words.option("--mount", mount(mount));
        }
    }

    /** Volumes without a name, of which the engine keeps the paths among those of the image. */
    private void anonymous(Set<String> paths, Set<String> ofImage) {
        for (String path : paths) {
            if (!ofImage.contains(path) && !targets.contains(path)) {
                words.option("--volume", path);
            }
        }
    }

    private static String mount(JsonValue mount) {
        List<String> fields = new ArrayList<>();
        String type = mount.get("Type").string();
        field(fields, "type", type);
        String source = mount.get("Source").string();
        field(fields, "source", EngineDefaults.isMadeUp(source) ? "" : source);
        field(fields, "target", mount.get(TARGET).string());
        if (mount.get("ReadOnly").isTrue()) {
            fields.add("readonly");
        }
        field(
                fields,
                "bind-propagation",
                mount.get("BindOptions").get("Propagation").string());
        volume(fields, mount.get("VolumeOptions"));
        field(fields, "image-subpath", mount.get("ImageOptions").get("Subpath").string());
        JsonValue tmpfs = mount.get("TmpfsOptions");
        OptionalLong size = tmpfs.get("SizeBytes").number();
        if (size.isPresent() && size.getAsLong() > 0) {
            fields.add("tmpfs-size=" + new ByteSize(size.getAsLong()).spelled());
        }
        long mode = tmpfs.get("Mode").orZero();
        if (mode > 0) {
            fields.add("tmpfs-mode=" + Long.toOctalString(mode));
        }
        return csv(fields);
    }

    private static void volume(List<String> fields, JsonValue options) {
        if (options.get("NoCopy").isTrue()) {
            fields.add("volume-nocopy");
        }
        field(fields, "volume-subpath", options.get("Subpath").string());
        JsonValue driver = options.get("DriverConfig");
        field(fields, "volume-driver", driver.get("Name").string());
        for (Map.Entry<String, JsonValue> option :
                driver.get("Options").entries().entrySet()) {
            fields.add("volume-opt=" + option.getKey() + "=" + option.getValue().string());
        }
    }

    private static void field(List<String> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.add(key + "=" + value);
        }
    }

    /** The fields behind each other, in quotes where the client's reader of them needs some. Source: RFC 4180. */
    private static String csv(List<String> fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(line.length() == 0 ? "" : ",");
            boolean quoted = field.indexOf(',') >= 0 || field.indexOf('"') >= 0 || field.indexOf('\n') >= 0;
            line.append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        return line.toString();
    }
}
