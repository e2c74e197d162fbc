package dev.plimsoll.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The failures of a campaign, one of each kind with its input. */
final class Failures {
    private static final int MAX_NAME = 80;

    private final Path directory;
    private final long seed;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> first = new TreeMap<>();
    private final Set<Path> taken = new TreeSet<>();

    /**
     * No failures yet.
     *
     * @param directory where inputs are left
     * @param seed the seed of the campaign
     */
    Failures(Path directory, long seed) {
        this.directory = directory;
        this.seed = seed;
    }

    /** Counts a failure; whether it is the first of its kind. */
    synchronized boolean add(Violation violation) {
        return counts.merge(violation.kind(), 1, Integer::sum) == 1;
    }

    /** Leaves the input of a failure in a directory of its own. */
    synchronized void save(Violation violation, long index, Act act, Choices choices, Input least) {
        String name = violation.kind().replaceAll("[^A-Za-z0-9]+", "-");
        Path folder = directory.resolve(name.substring(0, Math.min(MAX_NAME, name.length())));
        while (!taken.add(folder)) {
            folder = Path.of(folder + "-more");
        }
        String said = "input " + index + " of seed " + seed + ", " + act + ", --output " + choices.formats() + " "
                + String.join(" ", choices.rules()) + "\n"
                + "again:    mvn -o test -Pfuzz -Dplimsoll.fuzz.seed=" + seed + " -Dplimsoll.fuzz.input=" + index + "\n"
                + "smallest: mvn -o test -Pfuzz -Dplimsoll.fuzz.replay=" + folder.resolve("input") + "\n\n"
                + violation.getMessage() + "\n";
        try {
            Files.createDirectories(folder.resolve("input"));
            least.save(folder.resolve("input"));
            Files.write(folder.resolve("failure.txt"), Input.bytes(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        first.put(violation.kind(), "input " + index + ", " + folder);
        System.out.println("fuzz: input " + index + ": " + violation.kind() + "\n      " + folder);
    }

    /** How many kinds there are. */
    synchronized int kinds() {
        return counts.size();
    }

    /** One line for each kind. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Integer> kind : counts.entrySet()) {
            lines.add(kind.getKey() + " (" + kind.getValue() + " times, first: " + first.get(kind.getKey()) + ")");
        }
        return lines;
    }
}
