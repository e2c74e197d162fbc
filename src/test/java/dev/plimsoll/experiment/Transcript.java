package dev.plimsoll.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * What was seen: which engine was asked, each command, what it printed and how it ended.
 *
 * @param versions of the engine and what belongs to it, in one line
 * @param steps the commands in their order, those after the fix last
 */
record Transcript(String versions, List<Seen> steps) {
    private static final String COMMAND = "$ ";
    private static final String OUTPUT = "| ";
    private static final String EXIT = "exit ";

    /** A command, the lines that it printed, and its exit code. */
    record Seen(String run, List<String> output, int exit) {}

    /** The text of the file. */
    String text() {
        StringBuilder text = new StringBuilder(versions).append('\n');
        for (Seen seen : steps) {
            text.append('\n');
            seen.run().lines().forEach(line -> text.append(COMMAND).append(line).append('\n'));
            for (String line : seen.output()) {
                text.append((OUTPUT + line).stripTrailing()).append('\n');
            }
            text.append(EXIT).append(seen.exit()).append('\n');
        }
        return text.toString();
    }

    /** Reads what {@link #text} wrote. */
    static Transcript parse(String text) {
        List<Seen> steps = new ArrayList<>();
        List<String> output = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(COMMAND)) {
                run.append(run.isEmpty() ? "" : "\n").append(line.substring(COMMAND.length()));
            } else if (line.startsWith(OUTPUT.strip())) {
                output.add(line.length() < OUTPUT.length() ? "" : line.substring(OUTPUT.length()));
            } else if (line.startsWith(EXIT)) {
                steps.add(
                        new Seen(run.toString(), List.copyOf(output), Integer.parseInt(line.substring(EXIT.length()))));
                run.setLength(0);
                output.clear();
            }
        }
        return new Transcript(lines.get(0), steps);
    }

    /** Expects of each step what the experiment says of it. */
    void check(Experiment experiment) {
        List<Experiment.Step> expected = new ArrayList<>(experiment.before());
        expected.addAll(experiment.after());
        assertThat(steps.stream().map(Seen::run).toList())
                .as(
                        "commands of %s; a changed experiment is tried again: mvn test -Pengine -Dgoldens=update",
                        experiment)
                .isEqualTo(expected.stream().map(Experiment.Step::run).toList());
        for (int i = 0; i < steps.size(); i++) {
            check(experiment, expected.get(i), steps.get(i));
        }
    }

    private static void check(Experiment experiment, Experiment.Step step, Seen seen) {
        String output = String.join("\n", seen.output());
        assertThat(seen.exit())
                .as("exit code of \"%s\" in %s, which printed%n%s", seen.run(), experiment, output)
                .isEqualTo(step.exit());
        for (String fragment : step.shows()) {
            assertThat(output)
                    .as("output of \"%s\" in %s", seen.run(), experiment)
                    .contains(fragment);
        }
        for (String fragment : step.lacks()) {
            assertThat(output)
                    .as("output of \"%s\" in %s", seen.run(), experiment)
                    .doesNotContain(fragment);
        }
    }
}
