package dev.plimsoll.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The section "Seen" of a rule's page: the experiments that anyone can repeat, and Docker's own words. */
final class SeenSection {
    static final String HEADING = "## Seen\n";

    private static final int WIDTH = 118;
    private static final int LONGEST_OUTPUT = 114;
    private static final Pattern VERSION = Pattern.compile("(Engine|Linux|runc|Compose) v?([0-9]+(?:\\.[0-9]+)*)");

    private SeenSection() {}

    /** The section, ending with an empty line; empty if no experiment is shown. */
    static String of(List<Experiment> experiments) {
        StringBuilder section = new StringBuilder();
        for (Experiment experiment : experiments) {
            if (!experiment.shown()) {
                continue;
            }
            Transcript transcript = transcript(experiment);
            section.append(section.isEmpty() ? HEADING : "");
            section.append(wrapped(experiment.tried())).append('\n');
            section.append("```console\n");
            for (int i = 0; i < experiment.before().size(); i++) {
                section.append(
                        quoted(experiment.before().get(i), transcript.steps().get(i)));
            }
            section.append("```\n\n");
        }
        if (!section.isEmpty()) {
            section.append(wrapped("Seen with " + versions(transcript(experiments.get(0)))
                            + "; the files are in `testdata/engine/"
                            + experiments.get(0).rule() + "`."))
                    .append('\n');
        }
        return section.toString();
    }

    /** The section of a page whose claim nobody could try. */
    static String notSeen(String why, String source) {
        return HEADING + wrapped("Not seen: " + why + " The claim rests on " + source + ".") + "\n";
    }

    private static Transcript transcript(Experiment experiment) {
        try {
            return Transcript.parse(Files.readString(experiment.record(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(Experiment.Step step, Transcript.Seen seen) {
        StringBuilder text = new StringBuilder("$ " + step.run().replace("\n", "\n  ") + "\n");
        for (String line : seen.output()) {
            for (String fragment : step.shows()) {
                if (line.contains(fragment)) {
                    text.append(shortened(line, fragment)).append('\n');
                    break;
                }
            }
        }
        if (seen.exit() != 0) {
            text.append("(exit code ").append(seen.exit()).append(")\n");
        }
        return text.toString();
    }

    /** What surrounds a message is often longer than the message. */
    private static String shortened(String line, String fragment) {
        if (line.length() <= LONGEST_OUTPUT) {
            return line;
        }
        String rest = line.substring(line.indexOf(fragment));
        return "… " + (rest.length() <= LONGEST_OUTPUT ? rest : rest.substring(0, LONGEST_OUTPUT) + " …");
    }

    private static String versions(Transcript transcript) {
        List<String> versions = new ArrayList<>();
        Matcher matcher = VERSION.matcher(transcript.versions());
        while (matcher.find()) {
            String name = matcher.group(1);
            String number = matcher.group(2);
            versions.add(name.equals("Engine") ? "Docker Engine " + number : name + " " + number);
        }
        int cgroup = transcript.versions().indexOf("cgroup v");
        versions.add(transcript.versions().substring(cgroup, cgroup + "cgroup v1".length()));
        return String.join(", ", versions);
    }

    private static String wrapped(String text) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.replace('\n', ' ').split(" +", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.append('\n').toString();
    }

    /** A page with this section in the place of its old one, or before "Fix" or "Silent when". */
    static String in(String page, String section) {
        String without = page;
        int old = page.indexOf("\n" + HEADING) + 1;
        if (old > 0) {
            int end = page.indexOf("\n## ", old);
            without = page.substring(0, old) + (end < 0 ? "" : page.substring(end + 1));
        }
        int at = without.indexOf("\n## Fix\n");
        if (at < 0) {
            at = without.indexOf("\n## Silent when\n");
        }
        if (at < 0 && section.isEmpty()) {
            return without;
        }
        if (at < 0) {
            return without.stripTrailing() + "\n\n" + section.stripTrailing() + "\n";
        }
        return without.substring(0, at + 1) + section + without.substring(at + 1);
    }

    /** The page of a rule. */
    static Path page(String rule) {
        return Path.of("rules", rule + ".md");
    }
}
