package dev.plimsoll.source;

import java.io.File;

/** The files on disk. */
final class Disk implements FileView {
    @Override
    public boolean isFile(File file) {
        return FilePath.isFile(file);
    }

    @Override
    public boolean isDirectory(File file) {
        return file.isDirectory();
    }

    @Override
    public boolean exists(File file) {
        return file.exists();
    }

    @Override
    public SourceFile read(File file, String shownPath, boolean withheld) throws UnreadableSourceException {
        return SourceReader.read(file, shownPath, withheld);
    }
}
