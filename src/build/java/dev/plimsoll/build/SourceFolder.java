package dev.plimsoll.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the sources that the build writes. */
final class SourceFolder {
    private final Path folder;

    SourceFolder(File folder) {
        this.folder = folder.toPath();
    }

    /**
     * Writes the source of a class, unless it is there already: left alone, it is not compiled again.
     *
     * @param name of the class, with its package
     */
    void write(String name, String source) throws IOException {
        Path target = folder.resolve(name.replace('.', '/') + ".java");
        if (!(Files.exists(target) && Files.readString(target).equals(source))) {
            Files.createDirectories(target.getParent());
            Files.writeString(target, source);
        }
    }
}
