package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs in files. {@code mvn verify -Dgoldens=update} writes them anew; look at the difference before you commit. */
public final class Goldens {
    private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));

    private Goldens() {}

    /** Compares an output with a file byte by byte, or writes the file. */
    public static void check(Path file, String actual) {
        try {
            if (UPDATE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
                return;
            }
            assertThat(file).as("write it with: mvn verify -Dgoldens=update").exists();
            assertThat(actual)
                    .as(file + " (write it anew with: mvn verify -Dgoldens=update)")
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
