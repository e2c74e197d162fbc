package dev.plimsoll.dockerrun.shell;

import java.util.Locale;

/** What documentation writes where the reader is to put something in: {@code <size>}, {@code IMAGE}, {@code ...}. */
final class Placeholders {
    private Placeholders() {}

    /** Whether a placeholder in angle brackets stands for several words: {@code <options>}. */
    static boolean namesSeveral(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return name.contains("option") || name.contains("flag") || name.contains("arg") || name.contains("...");
    }
}
