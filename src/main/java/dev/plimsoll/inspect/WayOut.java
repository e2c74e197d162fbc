package dev.plimsoll.inspect;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.shell.TypedWords;
import dev.plimsoll.shell.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a finding of what runs. There is no file to edit: what a fix would write is told as the flags to start the
 * container with, and as a {@code docker update} where the engine can change all of them while it runs.
 */
public final class WayOut {
    /** What {@code docker update} changes. Source: docker update --help (28.5.2). */
    private static final Set<String> UPDATED = Set.of(
            "--memory", "--memory-swap", "--memory-reservation", "--cpus", "--cpu-quota", "--pids-limit", "--restart");

    private static final String MEMORY = "--memory";
    private static final String SWAP = "--memory-swap";
    private static final String RESTART = "--restart";

    private final RunningContainer container;
    private final List<String> before;

    /** Of the findings of a container. */
    public WayOut(RunningContainer container) {
        this.container = container;
        this.before = lines(container.command().at().file().text());
    }

    /** The finding without edits, with the same way out in words. */
    public Finding of(Finding finding) {
        if (finding.fixes().isEmpty() || finding.confidential()) {
            // what stands beside a credential is not repeated
            return finding.withWayOut(finding.help(), List.of(), Optional.empty());
        }
        Fix fix = finding.fixes().get(0);
        List<String> after = lines(fix.applyTo(container.command().at().file()));
        List<String> added = without(after, before);
        List<String> removed = without(before, after);
        String words = finding.help().orElse(fix.title());
        if (added.isEmpty() && removed.isEmpty()) {
            return finding.withWayOut(Optional.of(words), List.of(), Optional.empty());
        }
        return finding.withWayOut(Optional.of(words + ": " + told(added, removed)), List.of(), Optional.empty());
    }

    private String told(List<String> added, List<String> removed) {
        StringBuilder told = new StringBuilder();
        if (added.isEmpty()) {
            told.append("start it without ").append(String.join(" ", removed));
        } else {
            told.append("start it with ").append(String.join(" ", added));
            if (!removed.isEmpty()) {
                told.append(" in place of ").append(String.join(" ", removed));
            }
        }
        String update = update(added, removed);
        return update == null ? told.toString() : told + ", or while it runs: " + update;
    }

    /** The {@code docker update} that changes the same; null if none does. */
    private @Nullable String update(List<String> added, List<String> removed) {
        if (!TypedWords.isPlain(container.name()) || container.name().startsWith("-")) {
            // no engine's name: whoever pastes the command would run something else
            return null;
        }
        for (String line : removed) {
            if (value(added, flag(line)) == null) {
                return null;
            }
        }
        for (String line : added) {
            boolean kept = flag(line).equals(RESTART) && before.contains("--rm");
            if (!UPDATED.contains(flag(line)) || kept) {
                return null;
            }
        }
        List<String> flags = new ArrayList<>(added);
        String memory = value(added, MEMORY);
        if (memory != null && value(added, SWAP) == null) {
            // the engine refuses a memory limit above that of memory and swap, also where there was none (28.5.2)
            String swap = value(before, SWAP);
            flags.add(SWAP + " " + (swap == null ? twice(memory) : swap));
        }
        Word program = container.command().words().get(0);
        return added.isEmpty() ? null : program.value() + " update " + String.join(" ", flags) + " " + container.name();
    }

    private static String twice(String size) {
        Optional<ByteSize> bytes = SizeGrammar.docker(size);
        return bytes.isPresent() ? bytes.get().times(2).spelled() : size;
    }

    private static @Nullable String value(List<String> lines, String flag) {
        for (String line : lines) {
            if (flag(line).equals(flag)) {
                return line.length() == flag.length() ? "" : line.substring(flag.length() + 1);
            }
        }
        return null;
    }

    private static String flag(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        List<String> left = new ArrayList<>();
        for (String line : lines) {
            if (!known.contains(line)) {
                left.add(line);
            }
        }
        return left;
    }

    /** The lines of a command, an option each, without indentation and continuation. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            lines.add(
                    stripped.endsWith("\\")
                            ? stripped.substring(0, stripped.length() - 1).strip()
                            : stripped);
        }
        return lines;
    }
}
