package dev.plimsoll.fuzz;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.Overlay;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.util.HashMap;
import java.util.Map;

/** Files of a directory that is nowhere but in memory. */
final class Texts {
    /** A directory that is not there. */
    static final File DIRECTORY = new File(System.getProperty("java.io.tmpdir"), "plimsoll-nowhere").getAbsoluteFile();

    private Texts() {}

    /** A file of the directory. */
    static File file(String path) {
        return FilePath.clean(new File(DIRECTORY, path));
    }

    /** Texts by their paths below {@link #DIRECTORY}, over the files on disk. */
    static FileView view(Map<String, String> texts) {
        Map<File, String> files = new HashMap<>();
        texts.forEach((path, text) -> files.put(file(path), text));
        return new Overlay(FileView.DISK, files);
    }

    /** The files of a project in {@link #DIRECTORY}, none of them read yet. */
    static ProjectFiles project(Map<String, String> texts) {
        TrustBoundary boundary = new TrustBoundary(DIRECTORY, view(texts));
        return new ProjectFiles(file -> FilePath.slashes(new File(FilePath.relative(DIRECTORY, file))), boundary);
    }
}
