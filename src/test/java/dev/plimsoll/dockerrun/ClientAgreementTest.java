package dev.plimsoll.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Commands that the docker client took or refused, as {@code src/test/record-docker-commands.py} recorded it. */
class ClientAgreementTest {
    private static final Path RECORDED = Path.of("testdata", "dockerrun", "commands.tsv");

    /** Files that are not opened here: whether they are there is the machine's affair. */
    private static final String NO_SUCH_FILE = "/nonexistent/file";

    record Recorded(boolean accepted, String reason, String command) {
        @Override
        public String toString() {
            return (accepted ? "accepted: " : "refused: ") + command;
        }
    }

    static List<Recorded> recorded() throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        for (String line : Files.readAllLines(RECORDED)) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                recorded.add(new Recorded(columns[0].equals("accepted"), columns[1], columns[2]));
            }
        }
        return recorded;
    }

    /** All in one test: as tests of their own they take the tenfold of their time, and mutants ask them often. */
    @Test
    void agreesWithTheClient() throws IOException {
        List<String> disagreements = new ArrayList<>();
        for (Recorded recorded : recorded()) {
            List<String> refusals = refusals(recorded.command());
            if (recorded.accepted() != refusals.isEmpty() && !recorded.command().contains(NO_SUCH_FILE)) {
                disagreements.add(recorded + " (" + recorded.reason() + "): " + refusals);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    /** What is said of a value is not lost on the way. */
    @Test
    void everyRefusalHasItsReason() throws IOException {
        for (Recorded recorded : recorded()) {
            assertThat(refusals(recorded.command()))
                    .as(recorded.command())
                    .allMatch(said -> said.equals(said.strip()) && !said.endsWith("."));
        }
    }

    private static List<String> refusals(String line) {
        DockerCommand command = Commands.parsed(line);
        List<String> refusals = new ArrayList<>();
        for (DockerCommand.UnknownFlag flag : command.unknownFlags()) {
            refusals.add("unknown flag " + flag.name());
        }
        for (Refusals.Refusal refusal : Refusals.of(command)) {
            refusals.add(refusal.message());
        }
        return refusals;
    }

    @Test
    void recordsEnoughOfBoth() throws IOException {
        List<Recorded> all = recorded();
        assertThat(all).filteredOn(Recorded::accepted).hasSizeGreaterThan(250);
        assertThat(all).filteredOn(recorded -> !recorded.accepted()).hasSizeGreaterThan(200);
    }

    @Test
    void everyFlagIsRecorded() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Recorded recorded : recorded()) {
            DockerCommand command = Commands.parsed(recorded.command());
            for (Option option : command.options()) {
                used.add(command.kind().letter() + option.flag().name());
            }
        }
        Set<String> missing = new TreeSet<>();
        for (CommandKind kind : List.of(CommandKind.RUN, CommandKind.VOLUME_CREATE)) {
            for (Flag flag : Flags.of(kind, false)) {
                // help makes no container, and content trust asks a server
                boolean apart = flag.name().equals("help") || flag.name().equals("disable-content-trust");
                if (!apart && !used.contains(kind.letter() + flag.name())) {
                    missing.add(kind.words() + " " + flag);
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
