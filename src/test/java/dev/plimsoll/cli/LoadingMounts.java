package dev.plimsoll.cli;

import java.nio.file.Path;
import java.util.Locale;

/** Mounts as canonical text. */
final class LoadingMounts {
    private final Path folder;

    /**
     * Mounts of one project.
     *
     * @param folder its folder; sources of bind mounts are told relative to it
     */
    LoadingMounts(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** An entry of Docker's {@code tmpfs}, {@code PATH[:OPTIONS]}. The last of an option that repeats counts. */
    static String tmpfs(String entry) {
        int colon = entry.indexOf(':');
        String size = "";
        String mode = "";
        boolean readOnly = false;
        String options = colon < 0 ? "" : entry.substring(colon + 1);
        for (String option : options.split(",", -1)) {
            if (option.startsWith("size=")) {
                size = bytes(option.substring("size=".length()));
            } else if (option.startsWith("mode=")) {
                mode = option.substring("mode=".length());
            } else if (option.equals("ro") || option.equals("rw")) {
                readOnly = option.equals("ro");
            }
        }
        return tmpfs(colon < 0 ? entry : entry.substring(0, colon), size, mode, readOnly);
    }

    /** One volume of Docker's. */
    String docker(LoadingJson volume) {
        boolean readOnly = volume.has("read_only");
        String target = volume.text("target");
        String type = volume.text("type");
        if (type.equals("tmpfs")) {
            return tmpfs(target, orEmpty(volume, "size"), orEmpty(volume, "mode"), readOnly);
        }
        return mount(type, orEmpty(volume, "source"), target, readOnly);
    }

    /** One mount of Plimsoll's. */
    String plimsoll(LoadingJson mount) {
        boolean readOnly = Boolean.TRUE.equals(mount.get("readOnly"));
        String target = mount.text("target");
        String type = mount.text("type");
        String source = orEmpty(mount, "source");
        if (type.equals("bind")) {
            return mount(type, near(source), target, readOnly);
        }
        if (!type.equals("tmpfs")) {
            return mount(type, source, target, readOnly);
        }
        if (!source.isEmpty()) {
            // a named volume that the local driver makes of memory: to Docker's loader a volume like any other
            return mount("volume", source, target, readOnly);
        }
        String size = mount.get("size") == null ? "" : bytes(unquoted(mount.text("size")));
        return tmpfs(target, size, orEmpty(mount, "mode"), readOnly);
    }

    private static String tmpfs(String target, String size, String mode, boolean readOnly) {
        return "tmpfs " + target + (size.isEmpty() ? "" : " size=" + size)
                + (mode.isEmpty() ? "" : " mode=" + mode.replaceFirst("^0+(?=.)", "")) + (readOnly ? " ro" : "");
    }

    private static String mount(String type, String source, String target, boolean readOnly) {
        return type + " " + source + (source.isEmpty() ? "" : " on ") + target + (readOnly ? " ro" : "");
    }

    private static String orEmpty(LoadingJson object, String key) {
        return object.has(key) ? unquoted(object.text(key)) : "";
    }

    private static String unquoted(String text) {
        return text.startsWith("unknown ") ? text.substring("unknown ".length()) : text;
    }

    /** The kernel's grammar for a tmpfs size, as far as it is a number of bytes; any other text stays as it is. */
    private static String bytes(String size) {
        String digits = size.isEmpty() ? "" : size.substring(0, size.length() - 1);
        int power = size.isEmpty()
                ? -1
                : "kmgt".indexOf(size.toLowerCase(Locale.ROOT).charAt(size.length() - 1));
        if (power < 0 || !digits.chars().allMatch(Character::isDigit) || digits.isEmpty()) {
            return size;
        }
        return Long.toString(Long.parseLong(digits) << (10 * (power + 1)));
    }

    private String near(String source) {
        boolean drive = source.length() > 1 && source.charAt(1) == ':';
        if (drive || source.startsWith("~") || source.contains("\\") || source.contains("$") || source.isEmpty()) {
            return source;
        }
        Path resolved = folder.resolve(source).normalize();
        Path root = folder.getParent();
        if (root == null || !resolved.startsWith(root)) {
            return source;
        }
        String relative = folder.relativize(resolved).toString().replace('\\', '/');
        return relative.startsWith("..") ? relative : "./" + relative;
    }
}
