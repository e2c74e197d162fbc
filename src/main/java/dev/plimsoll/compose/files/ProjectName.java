package dev.plimsoll.compose.files;

import dev.plimsoll.source.FilePath;
import java.io.File;
import java.util.Locale;

/** The name that Compose gives a project that has none: its directory's, in lower case, without what a name may not hold. */
public final class ProjectName {
    private ProjectName() {}

    /** The name of the project in a directory. */
    public static String of(File directory) {
        StringBuilder name = new StringBuilder();
        String written = FilePath.clean(directory.getAbsoluteFile()).getName();
        for (char c : written.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letter || (name.length() > 0 && (c == '-' || c == '_'))) {
                name.append(c);
            }
        }
        return name.toString();
    }
}
