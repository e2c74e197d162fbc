package dev.plimsoll.build;

import dev.plimsoll.yaml.YamlNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an image that something holds for.
 *
 * @param from the first
 * @param to the first that it no longer holds for
 */
record VersionRange(Version from, Version to) {
    private static final Pattern BOUND = Pattern.compile("(>=|<)([0-9]{1,4})(?:\\.([0-9]{1,4}))?");

    /** A version; a missing minor one is 0. */
    record Version(int major, int minor) implements Comparable<Version> {
        static final Version FIRST = new Version(0, 0);
        static final Version END = new Version(Integer.MAX_VALUE, 0);

        @Override
        public int compareTo(Version other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }
    }

    /** Whether a version is in both. */
    boolean overlaps(VersionRange other) {
        return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }

    /** The versions that are written, all of them if nothing is. */
    static VersionRange of(@Nullable YamlNode versions) throws CatalogException {
        return versions == null ? new VersionRange(Version.FIRST, Version.END) : of(versions, Section.filled(versions));
    }

    /** The versions that a text at a node tells: {@code >=2 <3}. */
    static VersionRange of(YamlNode versions, String text) throws CatalogException {
        Version from = Version.FIRST;
        Version to = Version.END;
        for (String part : text.split(" ", -1)) {
            Matcher bound = BOUND.matcher(part);
            if (!bound.matches()) {
                throw new CatalogException(
                        versions, "\"" + part + "\" is no version bound; write \"<18\", \">=18\" or \">=2 <3\"");
            }
            int minor = bound.group(3) == null ? 0 : Integer.parseInt(bound.group(3));
            Version version = new Version(Integer.parseInt(bound.group(2)), minor);
            if (bound.group(1).equals("<")) {
                to = version;
            } else {
                from = version;
            }
        }
        if (from.compareTo(to) >= 0) {
            throw new CatalogException(versions, "there is no such version");
        }
        return new VersionRange(from, to);
    }
}
