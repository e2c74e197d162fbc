package dev.plimsoll.dockerrun;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --mount}: fields between commas. Source: docker/cli opts/mount.go.
 *
 * @param fields the fields, in order
 * @param problem what is wrong with it; null if nothing is
 * @param toldElsewhere whether a rule on tmpfs speaks of the problem
 */
public record MountFlag(List<MountField> fields, @Nullable String problem, boolean toldElsewhere) {
    static final String TMPFS = "tmpfs";
    static final String VOLUME = "volume";
    /** The type of a mount of a path of the host. */
    public static final String BIND = "bind";
    /** The field for the size of a tmpfs, in bytes or with a unit. */
    public static final String TMPFS_SIZE = "tmpfs-size";
    /** The field for the mode of a tmpfs, in octal digits. */
    public static final String TMPFS_MODE = "tmpfs-mode";
    /** The directory of a volume that is mounted. */
    public static final String VOLUME_SUBPATH = "volume-subpath";

    /**
     * A field.
     *
     * @param key its name in lower case
     * @param name its name as written
     * @param value what follows the {@code =}; null if there is none
     * @param whole all of it
     */
    public record MountField(
            String key, Text name, @Nullable Text value, Text whole) {
        /** Whether it is on: without a value, or with one that says so. */
        boolean isOn() {
            return value == null || Boolean.TRUE.equals(Grammar.truth(value.value()));
        }
    }

    /** Takes a value apart. */
    public static MountFlag read(Text value) {
        List<Text> parts = CsvFields.split(value);
        if (parts == null || parts.isEmpty()) {
            return new MountFlag(
                    List.of(), parts == null ? "has quotes that do not match" : "says nothing of the mount", false);
        }
        List<MountField> fields = new ArrayList<>(parts.size());
        for (Text part : parts) {
            int equals = part.value().indexOf('=');
            Text name = equals < 0 ? part : part.part(0, equals);
            fields.add(new MountField(
                    name.value().toLowerCase(Locale.ROOT), name, equals < 0 ? null : part.from(equals + 1), part));
        }
        return new MountFlag(fields, null, false).checked();
    }

    /** The last field of one of these names; null if there is none. */
    @Nullable
    public MountField last(String... keys) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            for (String key : keys) {
                if (fields.get(i).key().equals(key)) {
                    return fields.get(i);
                }
            }
        }
        return null;
    }

    /** Where in the container; null if that is not written. */
    public @Nullable Text target() {
        MountField field = last("target", "dst", "destination");
        return field == null ? null : field.value();
    }

    /** What is mounted; null if that is not written. */
    public @Nullable Text source() {
        MountField field = last("source", "src");
        return field == null ? null : field.value();
    }

    /** What the volume's driver is told with an option, such as {@code device}; null if nothing. */
    @Nullable
    Text volumeOption(String name) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            Text value =
                    fields.get(i).key().equals("volume-opt") ? fields.get(i).value() : null;
            if (value != null && value.value().startsWith(name + "=")) {
                return value.from(name.length() + 1);
            }
        }
        return null;
    }

    /** The type in lower case; a volume if none is written. */
    String type() {
        MountField field = last("type");
        return field == null || field.value() == null
                ? VOLUME
                : field.value().value().toLowerCase(Locale.ROOT);
    }

    /** Whether the container may not write. */
    boolean isReadOnly() {
        MountField field = last("readonly", "ro");
        return field != null && field.isOn();
    }

    /** Whether a field is for this type of mount, or for all. */
    public static boolean belongs(String key, String type) {
        return switch (key) {
            case "type", "target", "dst", "destination", "readonly", "ro", "consistency" -> true;
            case "source", "src" -> !type.equals(TMPFS);
            default -> isKnown(key) && key.startsWith(type + "-");
        };
    }

    private static boolean isKnown(String key) {
        return switch (key) {
            case "type", "target", "dst", "destination", "readonly", "ro", "consistency", "source", "src" -> true;
            case "bind-propagation", "bind-recursive", "bind-nonrecursive", "bind-create-src" -> true;
            case VOLUME_SUBPATH -> true;
            case "volume-nocopy", "volume-label", "volume-driver", "volume-opt", "image-subpath" -> true;
            case TMPFS_SIZE, TMPFS_MODE -> true;
            default -> false;
        };
    }

    private MountFlag checked() {
        for (MountField field : fields) {
            String wrong = field.whole().isKnown() ? problem(field) : null;
            if (wrong != null) {
                boolean told = type().equals(TMPFS)
                        && (!isKnown(field.key()) || field.key().startsWith("tmpfs-"));
                return new MountFlag(fields, wrong, told);
            }
        }
        String type = type();
        if (type.isEmpty()) {
            return new MountFlag(fields, "has an empty type", false);
        }
        if (!isKnownText("type", type)) {
            return this;
        }
        Text target = target();
        if (target == null || target.isEmpty()) {
            boolean unseen = hasUnknownField();
            return unseen ? this : new MountFlag(fields, "has no target", false);
        }
        for (MountField field : fields) {
            int dash = field.key().indexOf('-');
            String owner = dash < 0 ? "" : field.key().substring(0, dash);
            if (!owner.isEmpty() && isKnown(field.key()) && !owner.equals(type) && !saysNothing(field)) {
                return new MountFlag(
                        fields,
                        "gives \"" + field.key() + "\" to a mount of type " + type,
                        type.equals(TMPFS) || owner.equals(TMPFS));
            }
        }
        return recursion();
    }

    /**
     * What the engine refuses of a mount that the client takes; null if nothing, and for a tmpfs, which has rules of its
     * own. Source: moby volume/mounts/linux_parser.go.
     */
    @Nullable
    String refusedByEngine() {
        String type = type();
        for (MountField field : fields) {
            if (!field.whole().isKnown()) {
                return null;
            }
        }
        switch (type) {
            case BIND, "image" -> {
                if (source() == null || source().isEmpty()) {
                    return "has the type " + type + " and no source";
                }
            }
            case VOLUME -> {
                if ((source() == null || source().isEmpty()) && last(VOLUME_SUBPATH) != null) {
                    return "gives a subpath to an anonymous volume";
                }
            }
            case TMPFS, "npipe", "cluster" -> {
                return null;
            }
            default -> {
                return "has the unknown type \"" + type + "\"";
            }
        }
        MountField propagation = last("bind-propagation");
        if (propagation != null && propagation.value() != null) {
            switch (propagation.value().value().toLowerCase(Locale.ROOT)) {
                case "", "private", "rprivate", "shared", "rshared", "slave", "rslave" -> {}
                default -> {
                    return "has an unknown bind-propagation \""
                            + propagation.value().value() + "\"";
                }
            }
        }
        Text target = target();
        return target == null ? null : refusedTarget(target.value());
    }

    /** What the engine has against a target, which is not empty; null for nothing. */
    static @Nullable String refusedTarget(String target) {
        if (target.equals("/")) {
            return "has the root as its target";
        }
        // a path of Windows has a drive or backslashes
        boolean relative = target.charAt(0) != '/' && target.indexOf(':') < 0 && target.indexOf('\\') < 0;
        return relative ? "has a target that is not absolute" : null;
    }

    /** The default of a field of bind mounts, which leaves no trace in what the client makes of a mount. */
    private static boolean saysNothing(MountField field) {
        return field.key().equals("bind-recursive")
                && field.value() != null
                && field.value().value().equals("enabled");
    }

    /** What mounts below a bind mount may do is said only of one that is read-only itself. */
    private MountFlag recursion() {
        MountField recursive = last("bind-recursive");
        String word = recursive == null || recursive.value() == null
                ? ""
                : recursive.value().value();
        if ((!word.equals("writable") && !word.equals("readonly")) || mayBeReadOnly()) {
            return this;
        }
        if (word.equals("writable")) {
            return isReadOnly() ? this : new MountFlag(fields, "says bind-recursive=writable without readonly", false);
        }
        MountField propagation = last("bind-propagation");
        boolean isPrivate = propagation != null
                && propagation.value() != null
                && propagation.value().value().equals("rprivate");
        return isReadOnly() && isPrivate
                ? this
                : new MountFlag(
                        fields, "says bind-recursive=readonly without readonly and bind-propagation=rprivate", false);
    }

    private boolean isKnownText(String key, String text) {
        MountField field = last(key);
        return text.indexOf(Text.UNKNOWN) < 0
                && (field == null || field.value() == null || field.value().isKnown());
    }

    private boolean hasUnknownField() {
        for (MountField field : fields) {
            if (!field.name().isKnown()) {
                return true;
            }
        }
        return false;
    }

    /** Whether fields that are not known may make the mount read-only, or say how it is propagated. */
    private boolean mayBeReadOnly() {
        for (MountField field : fields) {
            boolean matters =
                    switch (field.key()) {
                        case "readonly", "ro", "bind-propagation" -> true;
                        default -> !field.name().isKnown();
                    };
            if (matters && !field.whole().isKnown()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String problem(MountField field) {
        Text value = field.value();
        if (value == null) {
            return switch (field.key()) {
                case "readonly", "ro", "volume-nocopy", "bind-nonrecursive" -> null;
                default -> "has the field \"" + field.whole().value() + "\", which is not KEY=VALUE";
            };
        }
        String text = value.value();
        if (field.key().equals("bind-create-src")) {
            return "has the field \"" + field.name().value() + "\", which is unknown before Docker 29.3";
        }
        if (!isKnown(field.key())) {
            return "has the unknown field \"" + field.name().value() + "\"";
        }
        return switch (field.key()) {
            case "readonly", "ro", "volume-nocopy", "bind-nonrecursive" ->
                Grammar.truth(text) == null ? field.key() + "=" + text + " is neither true nor false" : null;
            case "bind-recursive" ->
                switch (text) {
                    case "enabled", "disabled", "writable", "readonly" -> null;
                    default -> "has an unknown bind-recursive \"" + text + "\"";
                };
            case TMPFS_SIZE ->
                GoNumbers.size(text).isPresent() ? null : "has a tmpfs-size \"" + text + "\" that is not a size";
            case TMPFS_MODE -> !isOctal(text) ? "has a tmpfs-mode \"" + text + "\" that is not octal" : null;
            default -> null;
        };
    }

    private static boolean isOctal(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '7') {
                return false;
            }
        }
        return !digits.isEmpty();
    }
}
