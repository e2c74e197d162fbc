package dev.plimsoll.inspect;

import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks an engine what its containers use now, and how much memory its host has. */
public final class UsageQuestions {
    private static final int USED = 2;
    private static final int MOUNTED = 5;

    private final EngineProgram engine;

    /** Asks this engine. */
    public UsageQuestions(EngineProgram engine) {
        this.engine = engine;
    }

    /**
     * What containers use, by their names; those that do not run use nothing, and are left out.
     *
     * @param tmpfs the targets of each container's tmpfs; asked by {@code df} in it, which runs a program in it
     * @throws InspectException if the engine does not say
     */
    public Map<String, Usage> usage(List<RunningContainer> containers, Map<String, List<String>> tmpfs)
            throws InspectException {
        Map<String, RunningContainer> byName = new HashMap<>();
        for (RunningContainer container : containers) {
            byName.put(container.name(), container);
        }
        Map<String, Usage> usage = new HashMap<>();
        for (String line : lines(engine.stats(List.copyOf(byName.keySet())))) {
            String[] words = line.split(" ", -1);
            Optional<ByteSize> memory = words.length > 1 ? Usage.size(words[1]) : Optional.empty();
            RunningContainer container = byName.get(words[0]);
            if (memory.isPresent() && memory.get().bytes() > 0 && container != null) {
                List<String> targets = tmpfs.getOrDefault(words[0], List.of());
                usage.put(words[0], new Usage(memory.get(), filled(container, targets)));
            }
        }
        return usage;
    }

    /** What lies in each tmpfs; nothing of a container without {@code df}. */
    private Map<String, ByteSize> filled(RunningContainer container, List<String> targets) {
        Map<String, ByteSize> filled = new HashMap<>();
        if (targets.isEmpty()) {
            return filled;
        }
        try {
            for (String line : lines(engine.filled(container.name(), targets))) {
                String[] columns = line.trim().split(" +", -1);
                if (columns.length > MOUNTED && targets.contains(columns[MOUNTED])) {
                    filled.put(columns[MOUNTED], new ByteSize(Long.parseLong(columns[USED]) * ByteSize.KIB));
                }
            }
        } catch (InspectException | IllegalArgumentException e) {
            // an image without df: then only the sum is known
        }
        return filled;
    }

    /**
     * The memory of the engine's host; empty if it does not tell.
     *
     * @throws InspectException if the engine does not answer
     */
    public Optional<ByteSize> hostMemory() throws InspectException {
        try {
            long bytes = Long.parseLong(engine.hostMemory().strip());
            return bytes > 0 ? Optional.of(new ByteSize(bytes)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(String answer) {
        List<String> lines = new ArrayList<>();
        for (String line : answer.split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }
}
