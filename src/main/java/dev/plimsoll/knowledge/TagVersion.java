package dev.plimsoll.knowledge;

import dev.plimsoll.model.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * A version as far as paths depend on it.
 *
 * @param major the first number
 * @param minor the second, 0 if there is none
 */
record TagVersion(int major, int minor) implements Comparable<TagVersion> {
    /** Before all versions. */
    static final TagVersion FIRST = new TagVersion(0, 0);

    /** After all versions. */
    static final TagVersion END = new TagVersion(Integer.MAX_VALUE, 0);

    /** More digits are a date or a build number, not a version. */
    private static final int MAX_DIGITS = 4;

    /**
     * The version that a tag begins with.
     *
     * @param after what stands before the version, such as {@code pg} in {@code 0.8.0-pg17}; empty if the tag begins
     *     with it
     * @return null if the tag tells none, or if a variable may add digits to it
     */
    static @Nullable TagVersion of(String tag, String after) {
        int from = 0;
        if (!after.isEmpty()) {
            int found = tag.lastIndexOf(after);
            if (found < 0 || (found > 0 && Character.isLetterOrDigit(tag.charAt(found - 1)))) {
                return null;
            }
            from = found + after.length();
        }
        int end = digitsEnd(tag, from);
        if (end == from || end - from > MAX_DIGITS || (end < tag.length() && tag.charAt(end) == ImageReference.OPEN)) {
            return null;
        }
        int major = Integer.parseInt(tag, from, end, 10);
        int minorEnd = end < tag.length() && tag.charAt(end) == '.' ? digitsEnd(tag, end + 1) : end;
        boolean hasMinor = minorEnd > end + 1 && minorEnd - end <= MAX_DIGITS + 1;
        return new TagVersion(major, hasMinor ? Integer.parseInt(tag, end + 1, minorEnd, 10) : 0);
    }

    private static int digitsEnd(String tag, int from) {
        int end = from;
        while (end < tag.length() && tag.charAt(end) >= '0' && tag.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Whether it is the same version. The equals of a record costs a start classes of its own. */
    boolean is(TagVersion other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(TagVersion other) {
        int byMajor = Integer.compare(major, other.major);
        return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return minor == 0 ? Integer.toString(major) : major + "." + minor;
    }
}
