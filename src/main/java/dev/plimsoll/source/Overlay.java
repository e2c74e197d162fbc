package dev.plimsoll.source;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Texts that nobody saved yet, as an editor holds them, over the files of another view. A text stands for the file of its
 * path, whether there is one on disk or not, and whatever link or dots it is asked for by; a file without such a text is
 * that of the view below. Changes nothing on disk, and knows nothing of trust: that is asked before.
 */
public final class Overlay implements FileView {
    private final FileView below;
    private final Map<String, String> texts = new HashMap<>();

    /**
     * Texts over the files of a view.
     *
     * @param texts by the file they stand for
     */
    public Overlay(FileView below, Map<File, String> texts) {
        this.below = below;
        for (Map.Entry<File, String> text : texts.entrySet()) {
            this.texts.put(real(text.getKey()), text.getValue());
        }
    }

    @Override
    public boolean isFile(File file) {
        return texts.containsKey(real(file)) || below.isFile(file);
    }

    @Override
    public boolean isDirectory(File file) {
        return !texts.containsKey(real(file)) && below.isDirectory(file);
    }

    @Override
    public boolean exists(File file) {
        return texts.containsKey(real(file)) || below.exists(file);
    }

    @Override
    public SourceFile read(File file, String shownPath, boolean withheld) throws UnreadableSourceException {
        String text = texts.get(real(file));
        if (text == null) {
            return below.read(file, shownPath, withheld);
        }
        SourceReader.checkLength(text.length(), shownPath);
        return new SourceFile(shownPath, text, withheld);
    }

    /** Where a path leads to, though nothing may be there; the path itself where that cannot be told. */
    private static String real(File file) {
        try {
            return file.getCanonicalPath();
        } catch (IOException e) {
            return FilePath.clean(file.getAbsoluteFile()).getPath();
        }
    }
}
