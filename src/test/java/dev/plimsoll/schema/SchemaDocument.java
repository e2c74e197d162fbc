package dev.plimsoll.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of {@code testdata/schema/documents.yaml}. A line {@code # docker takes} or {@code # docker refuses} tells what
 * {@code docker compose config} of Compose 2.26.1 says; after a semicolon follows why Plimsoll differs, if it does. A line
 * {@code #! LINE:COLUMN message} announces a violation; lines count from the document's own first.
 *
 * @param title what it shows
 * @param text the document with its comments
 * @param taken whether Plimsoll is to take it
 * @param announced the violations, as {@code LINE:COLUMN message}
 */
record SchemaDocument(String title, String text, boolean taken, List<String> announced) {
    static final Path FILE = Path.of("testdata/schema/documents.yaml");

    private static final String START = "--- # ";

    static List<SchemaDocument> all() {
        List<SchemaDocument> documents = new ArrayList<>();
        try {
            String file = Files.readString(FILE);
            int start = file.indexOf(START);
            while (start >= 0) {
                int next = file.indexOf("\n" + START, start);
                int title = start + START.length();
                int line = file.indexOf('\n', title);
                String text = file.substring(line + 1, next < 0 ? file.length() : next + 1);
                documents.add(of(file.substring(title, line), text));
                start = next < 0 ? -1 : next + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static SchemaDocument of(String title, String text) {
        List<String> announced = new ArrayList<>();
        Boolean taken = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#! ")) {
                announced.add(line.substring(3));
            } else if (line.startsWith("# docker ")) {
                boolean byDocker = line.startsWith("# docker takes");
                boolean differs = line.contains("; Plimsoll " + (byDocker ? "refuses: " : "takes: "));
                taken = byDocker != differs;
            }
        }
        if (taken == null) {
            throw new IllegalStateException(title + ": what does docker say?");
        }
        return new SchemaDocument(title, text, taken, announced);
    }

    /** The same document with what is found now announced, and docker's verdict as before. */
    String with(List<String> found) {
        StringBuilder out = new StringBuilder(START).append(title).append('\n');
        for (String line : text.lines().toList()) {
            if (!line.startsWith("#! ")) {
                out.append(line).append('\n');
            }
        }
        for (String line : found) {
            out.append("#! ").append(line).append('\n');
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return title;
    }
}
