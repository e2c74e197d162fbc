package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The short form of a volume or bind, {@code [SOURCE:]TARGET[:OPTIONS]}, which Compose and the docker client cut alike: at
 * colons, except that of a Windows drive; one part is an anonymous volume, and unknown options are passed over. Source:
 * compose-go format/volume.go, docker/cli internal/volumespec.
 */
public final class VolumeSyntax {
    /** Source, target and options. */
    public static final int MAX_PARTS = 3;

    private VolumeSyntax() {}

    /** The parts between colons: one to three for a volume that Docker takes. */
    public static List<Text> parts(Text spec) {
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

    /** Whether a source is a path of the host and no volume's name. */
    public static boolean isHostPath(String source) {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        return first == '.' || first == '/' || first == '~' || first == '\\' || isDrive(source, 0, source.indexOf(':'));
    }

    /**
     * The mount that a short form asks for, volumes with options of their own not looked up.
     *
     * @param spec the whole of it
     * @param variables names of the variables in it
     * @param declared the declaration that holds it
     * @param handle what it is read from
     */
    public static Mount read(Text spec, List<String> variables, Located<String> declared, Handle handle) {
        List<Location> through = declared.through();
        List<Text> parts = parts(spec);
        if (spec.isKnown() && isRefused(parts)) {
            return unreadable(declared, handle);
        }
        if (parts.size() == 1) {
            return new VolumeMount(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    located(parts.get(0), variables, through),
                    false,
                    declared,
                    List.of(),
                    List.of(),
                    handle);
        }
        Text source = parts.get(0);
        Located<Value<String>> target = located(parts.get(1), variables, through);
        List<Located<String>> options = parts.size() > 2 ? options(parts.get(2), through) : List.of();
        boolean readOnly = hasOption(options, "ro");
        Located<Value<String>> from = located(source, variables, through);
        return isHostPath(source.value())
                ? new BindMount(from, target, readOnly, Optional.empty(), declared, options, List.of(), handle)
                : new VolumeMount(
                        Optional.of(from),
                        Optional.empty(),
                        Optional.empty(),
                        target,
                        readOnly,
                        declared,
                        options,
                        List.of(),
                        handle);
    }

    /** Whether Docker refuses a short form of these parts, all of which are known. */
    public static boolean isRefused(List<Text> parts) {
        for (Text part : parts) {
            if (part.isEmpty()) {
                return true;
            }
        }
        return parts.size() > MAX_PARTS;
    }

    /**
     * The mount of which nothing is known but that somebody wanted one, as Docker refuses how it is written: whatever seems
     * to be missing may be meant by it.
     */
    public static Mount unreadable(Located<String> declared, Handle handle) {
        Located<Value<String>> nothing =
                new Located<>(new Value.Invalid<>(declared.value(), "no volume"), declared.at(), declared.through());
        return new VolumeMount(
                Optional.of(nothing),
                Optional.empty(),
                Optional.empty(),
                nothing,
                false,
                declared,
                List.of(),
                List.of(),
                handle);
    }

    /** The words between commas; one that a variable decides is left out. */
    private static List<Located<String>> options(Text words, List<Location> through) {
        List<Located<String>> options = new ArrayList<>(2);
        int from = 0;
        while (from <= words.length()) {
            int comma = words.value().indexOf(',', from);
            int to = comma < 0 ? words.length() : comma;
            Text word = words.part(from, to);
            if (word.isKnown()) {
                options.add(new Located<>(word.value(), word.location(), through));
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

    private static Located<Value<String>> located(Text part, List<String> variables, List<Location> through) {
        return new Located<>(Value.string(part, variables), part.location(), through);
    }
}
