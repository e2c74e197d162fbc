package dev.plimsoll.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A directory for one input at a time, with another beside it that nothing may change and no report may quote. */
final class Workplace implements AutoCloseable {
    /** What stands in a file outside of the project and in the process environment. */
    static final String SECRET = "s3cr3t-planted-outside";

    private static final String OUTSIDE_ENV = "SECRET=" + SECRET + "\nX=" + SECRET + "\nTAG=" + SECRET + "\n";
    private static final String OUTSIDE_COMPOSE = """
            services:
              app:
                image: redis
                tmpfs: [/data, /tmp]
                mem_limit: 4m
              other:
                image: postgres:16
                restart: no
            """;

    private static final String OUTSIDE_DOCKERFILE =
            "FROM postgres:16\nRUN --mount=type=tmpfs,target=/a,size=x,foo=b true\n";

    private static final Map<String, String> OUTSIDE =
            Map.of("secret.env", OUTSIDE_ENV, "compose.yaml", OUTSIDE_COMPOSE, "Dockerfile", OUTSIDE_DOCKERFILE);

    private final Path root;
    private final Path directory;

    /** Makes the directories among the temporary files, where no git work tree is around them. */
    Workplace() throws IOException {
        // the file system's own name, so that no path is longer in one place than in another
        root = Files.createTempDirectory("plimsoll-fuzz").toRealPath();
        directory = Files.createDirectory(root.resolve("project"));
        outside();
    }

    /** Writes what is outside, from new. */
    private void outside() throws IOException {
        Path outside = root.resolve("outside");
        if (Files.exists(outside)) {
            clear(outside);
        }
        Files.createDirectories(outside);
        for (Map.Entry<String, String> file : OUTSIDE.entrySet()) {
            Files.writeString(outside.resolve(file.getKey()), file.getValue());
        }
    }

    Path directory() {
        return directory;
    }

    /** Leaves the files of an input in the directory and nothing else. */
    void fill(Input input) throws IOException {
        empty(input);
        for (Map.Entry<String, String> file : input.files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (file.getKey().indexOf('/') >= 0) {
                Files.createDirectories(path.getParent());
            }
            Files.write(path, Input.bytes(file.getValue()));
        }
    }

    /** Deletes what the last input left, but for files that are written anyway: most of the time would go there. */
    private void empty(Input input) throws IOException {
        String[] names = directory.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            File file = new File(directory.toFile(), name);
            boolean written = input.files().containsKey(name) && file.isFile();
            if (!written && !file.delete()) {
                clear(file.toPath());
                Files.delete(file.toPath());
            }
        }
    }

    /** What is in the directory now. */
    SortedMap<String, String> files() throws IOException {
        return Input.read(directory);
    }

    /** Looks whether something outside of the directory was changed. */
    void checkOutside() throws IOException, Violation {
        SortedMap<String, String> outside = Input.read(root.resolve("outside"));
        String[] around = root.toFile().list();
        if (!outside.equals(OUTSIDE) || around == null || around.length != 2) {
            outside();
            throw new Violation("files outside of the directory were changed", outside.toString());
        }
    }

    private static void clear(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                if (!path.equals(directory)) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear(root);
        Files.delete(root);
    }
}
