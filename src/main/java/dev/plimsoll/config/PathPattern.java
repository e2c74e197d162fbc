package dev.plimsoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A glob as in {@code .gitignore}, without its exceptions: {@code *} and {@code ?} stay within a name, {@code **} crosses
 * directories. A pattern with a slash at its start or inside counts from the configuration's directory, one without fits at
 * any depth. What fits a directory covers all below; a slash at the end fits directories only.
 */
public final class PathPattern {
    /** Longest pattern, in UTF-16 units; a path that long exists on no system. */
    private static final int MAX_LENGTH = 4096;

    private static final String ANY_DIRECTORIES = "**";
    private static final String UNSUPPORTED = "[]{}\\";

    private final List<String> segments;
    private final boolean directoryOnly;

    private PathPattern(List<String> segments, boolean directoryOnly) {
        this.segments = segments;
        this.directoryOnly = directoryOnly;
    }

    /** Why a text is no pattern: lower case, no final period; empty if it is one. */
    static Optional<String> mistake(String text) {
        if (text.isBlank() || segments(text).isEmpty()) {
            return Optional.of("an empty pattern");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of("the pattern is longer than " + MAX_LENGTH + " characters");
        }
        if (text.startsWith("!")) {
            return Optional.of("patterns have no exceptions: \"!\" at the start of \"" + text + "\"");
        }
        for (int i = 0; i < text.length(); i++) {
            if (UNSUPPORTED.indexOf(text.charAt(i)) >= 0) {
                return Optional.of("patterns know *, ** and ? only: \"" + text.charAt(i) + "\" in \"" + text + "\"");
            }
        }
        for (String segment : segments(text)) {
            if (segment.equals("..")) {
                return Optional.of("the pattern \"" + text + "\" leaves the directory");
            }
        }
        return Optional.empty();
    }

    /**
     * The pattern of a text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PathPattern of(String text) {
        Optional<String> mistake = mistake(text);
        if (mistake.isPresent()) {
            throw new IllegalArgumentException(mistake.get());
        }
        List<String> segments = segments(text);
        boolean below = text.endsWith("/");
        int last = segments.size() - 1;
        if (last > 0 && segments.get(last).equals(ANY_DIRECTORIES)) {
            segments.remove(last);
            below = true;
        }
        int slash = text.startsWith("./") ? 0 : text.indexOf('/');
        boolean anchored = slash >= 0 && slash < text.length() - 1;
        if (!anchored) {
            segments.add(0, ANY_DIRECTORIES);
        }
        return new PathPattern(List.copyOf(segments), below);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String segment = path.substring(from, to);
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
            from = to + 1;
        }
        return segments;
    }

    /**
     * Whether a file is covered.
     *
     * @param path with slashes, from the configuration's directory
     */
    public boolean matches(String path) {
        List<String> names = segments(path);
        // which beginnings of the path the pattern so far can stand for
        boolean[] reached = new boolean[names.size() + 1];
        reached[0] = true;
        for (String segment : segments) {
            reached = segment.equals(ANY_DIRECTORIES) ? fromFirst(reached) : step(segment, reached, names);
        }
        for (int i = 1; i < names.size(); i++) {
            if (reached[i]) {
                return true;
            }
        }
        return !directoryOnly && !names.isEmpty() && reached[names.size()];
    }

    /** The same for the same pattern in each run: fingerprints are made of it. */
    @Override
    public String toString() {
        return String.join("/", segments) + (directoryOnly ? "/" : "");
    }

    private static boolean[] fromFirst(boolean[] reached) {
        boolean[] next = new boolean[reached.length];
        boolean any = false;
        for (int i = 0; i < reached.length; i++) {
            any |= reached[i];
            next[i] = any;
        }
        return next;
    }

    private static boolean[] step(String segment, boolean[] reached, List<String> names) {
        boolean[] next = new boolean[reached.length];
        for (int i = 0; i < names.size(); i++) {
            next[i + 1] = reached[i] && Wildcard.matches(segment, names.get(i));
        }
        return next;
    }
}
