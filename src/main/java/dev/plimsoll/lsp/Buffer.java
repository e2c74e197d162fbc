package dev.plimsoll.lsp;

import java.io.File;

/**
 * A document that the editor holds open.
 *
 * @param uri as the editor spells it
 * @param file the file that it stands for, which need not be there
 * @param language what the editor takes it for, such as {@code yaml}
 * @param version the editor's number of this text
 * @param text the text, saved or not
 */
record Buffer(String uri, File file, String language, int version, String text) {
    Buffer with(int newVersion, String newText) {
        return new Buffer(uri, file, language, newVersion, newText);
    }
}
