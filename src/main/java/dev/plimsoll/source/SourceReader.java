package dev.plimsoll.source;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads files as strict UTF-8, up to a limit. Plain streams: the first use of NIO costs more than the reading. */
public final class SourceReader {
    /**
     * Largest file read, in bytes. The largest Compose files known are some hundred kilobytes; 50,000 generated services
     * take 5 MB. Beyond this the file is no Compose file, and reading it would only cost memory.
     */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private SourceReader() {}

    /**
     * Reads a file.
     *
     * @param file the file on disk
     * @param shownPath the path it is shown under
     * @throws UnreadableSourceException if it is missing, not a regular file, not readable, too large or not UTF-8
     */
    public static SourceFile read(File file, String shownPath) throws UnreadableSourceException {
        return read(file, shownPath, false);
    }

    static SourceFile read(File file, String shownPath, boolean withheld) throws UnreadableSourceException {
        // to open a pipe is to wait until somebody writes to it
        if (!FilePath.isFile(file)) {
            throw new UnreadableSourceException(new SourceFile(shownPath, ""), Span.at(0), whyNotAFile(file));
        }
        try (InputStream in = new FileInputStream(file)) {
            return read(in, shownPath, withheld);
        } catch (IOException e) {
            throw unreadable(file, shownPath, e);
        }
    }

    /**
     * Reads what this process was handed open, a file or a pipe, to its end.
     *
     * @param file its name, a {@link Descriptor}
     * @param shownPath the path it is shown under
     * @throws UnreadableSourceException if it is not open, too large or not UTF-8
     */
    public static SourceFile readDescriptor(File file, String shownPath) throws UnreadableSourceException {
        // buffered, since a file's own stream looks for its length first, and a pipe has none
        try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
            return read(in, shownPath);
        } catch (IOException e) {
            throw unreadable(file, shownPath, e);
        }
    }

    private static UnreadableSourceException unreadable(File file, String shownPath, IOException e) {
        String why = "cannot be read: " + e.getMessage();
        if (e instanceof FileNotFoundException) {
            why = file.exists() ? "permission denied" : "no such file or directory";
        }
        return new UnreadableSourceException(new SourceFile(shownPath, ""), Span.at(0), why);
    }

    private static String whyNotAFile(File file) {
        if (file.isDirectory()) {
            return "is a directory";
        }
        return file.exists() ? "is not a regular file" : "no such file or directory";
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws UnreadableSourceException if it is too large or not UTF-8
     * @throws IOException if the stream fails
     */
    public static SourceFile read(InputStream in, String shownPath) throws UnreadableSourceException, IOException {
        return read(in, shownPath, false);
    }

    private static SourceFile read(InputStream in, String shownPath, boolean withheld)
            throws UnreadableSourceException, IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        checkLength(bytes.length, shownPath);
        return decode(bytes, shownPath, withheld);
    }

    /**
     * Refuses what is too large.
     *
     * @param length in bytes, or in UTF-16 units, of which a text has no more
     */
    static void checkLength(int length, String shownPath) throws UnreadableSourceException {
        if (length > MAX_BYTES) {
            throw new UnreadableSourceException(
                    new SourceFile(shownPath, ""),
                    Span.at(0),
                    "is larger than " + MAX_BYTES / (1024 * 1024) + " MiB, which no Compose file is");
        }
    }

    private static SourceFile decode(byte[] bytes, String shownPath, boolean withheld)
            throws UnreadableSourceException {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE && (bytes[0] & 0xFF) >= 0xFE) {
            throw new UnreadableSourceException(
                    new SourceFile(shownPath, ""), Span.at(0), "is UTF-16; save it as UTF-8");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        // the replacement character stands for malformed input, unless the file itself holds one
        if (text.indexOf('\uFFFD') >= 0) {
            CharBuffer decoded = CharBuffer.allocate(bytes.length);
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
            if (result.isError()) {
                SourceFile upToThere = new SourceFile(shownPath, decoded.flip().toString(), withheld);
                throw new UnreadableSourceException(
                        upToThere, Span.at(upToThere.text().length()), "is not UTF-8 from here on");
            }
        }
        return new SourceFile(shownPath, text, withheld);
    }
}
