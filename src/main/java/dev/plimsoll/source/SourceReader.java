package dev.plimsoll.source;

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
     * @throws UnreadableSourceException if it is missing, not readable, too large or not UTF-8
     */
    public static SourceFile read(File file, String shownPath) throws UnreadableSourceException {
        if (file.isDirectory()) {
            throw new UnreadableSourceException(new SourceFile(shownPath, ""), Span.at(0), "is a directory");
        }
        try (InputStream in = new FileInputStream(file)) {
            return read(in, shownPath);
        } catch (FileNotFoundException e) {
            String why = file.exists() ? "permission denied" : "no such file or directory";
            throw new UnreadableSourceException(new SourceFile(shownPath, ""), Span.at(0), why);
        } catch (IOException e) {
            throw new UnreadableSourceException(
                    new SourceFile(shownPath, ""), Span.at(0), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws UnreadableSourceException if it is too large or not UTF-8
     * @throws IOException if the stream fails
     */
    public static SourceFile read(InputStream in, String shownPath) throws UnreadableSourceException, IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableSourceException(
                    new SourceFile(shownPath, ""),
                    Span.at(0),
                    "is larger than " + MAX_BYTES / (1024 * 1024) + " MiB, which no Compose file is");
        }
        return decode(bytes, shownPath);
    }

    private static SourceFile decode(byte[] bytes, String shownPath) throws UnreadableSourceException {
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
                SourceFile upToThere = new SourceFile(shownPath, decoded.flip().toString());
                throw new UnreadableSourceException(
                        upToThere, Span.at(upToThere.text().length()), "is not UTF-8 from here on");
            }
        }
        return new SourceFile(shownPath, text);
    }
}
