package dev.plimsoll.experiment;

import dev.plimsoll.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The engine that {@code docker} reaches, through {@code DOCKER_HOST} or its default socket. What an experiment makes belongs
 * to a Compose project of its own or has a name that begins with {@value #PREFIX}, and is removed afterwards; nothing else
 * is.
 */
final class Engine {
    /** Of projects, containers, volumes, networks and images. */
    static final String PREFIX = "plimsoll-";

    private static final String STAND_IN = PREFIX + "stand-in/";
    private static final String BASE = "busybox";
    private static final String LABEL = "label=com.docker.compose.project=";
    private static final int SECONDS = 90;
    private static final int MOST_LINES = 40;

    private static final Pattern NAME = Pattern.compile("\\b" + PREFIX + "[a-z0-9][a-z0-9-]*");
    private static final Pattern BUILD = Pattern.compile("(Linux [0-9.]+)-[^,]*");
    private static final Pattern LONG_ID = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern SHORT_ID = Pattern.compile("\\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{12}\\b");

    private final Path directory;
    private final String project;
    private final String versions;
    private final Set<String> anonymous = new TreeSet<>();

    private Engine(Path directory, String project, String versions) {
        this.directory = directory;
        this.project = project;
        this.versions = versions;
    }

    /** An engine that answers, has or can pull busybox, and what else the experiments are made of; null without one. */
    static @Nullable Engine find(Path directory) throws IOException, InterruptedException {
        if (!Program.exists("docker")) {
            return null;
        }
        Program program = Program.in(directory);
        if (program.run("timeout", "20", "docker", "compose", "version").code() != 0
                || program.run("timeout", "20", "docker", "version").code() != 0
                || !has(program, BASE)) {
            return null;
        }
        return new Engine(
                directory, PREFIX + Long.toHexString(ProcessHandle.current().pid()), versions(program));
    }

    private static boolean has(Program program, String image) throws IOException, InterruptedException {
        return program.run("docker", "image", "inspect", image).code() == 0
                || program.run("timeout", "300", "docker", "pull", "--quiet", image)
                                .code()
                        == 0;
    }

    private static String versions(Program program) throws IOException, InterruptedException {
        String components = program.succeed(
                "docker",
                "version",
                "--format",
                "{{range .Server.Components}}{{.Name}} {{.Version}}{{if eq .Name \"Engine\"}}"
                        + ", Linux {{.Details.KernelVersion}}{{end}}, {{end}}");
        String host = program.succeed(
                        "docker", "info", "--format", "cgroup v{{.CgroupVersion}}{{if .SwapLimit}}, swap limits{{end}}")
                .strip();
        String compose =
                program.succeed("docker", "compose", "version", "--short").strip();
        // which build of the kernel it is says more of the machine than of what was seen
        return BUILD.matcher(components.strip()).replaceAll("$1") + " Compose " + compose + ", " + host;
    }

    /** Of the engine and what belongs to it, in one line. */
    String versions() {
        return versions;
    }

    /** Whether it has what an experiment needs. */
    boolean meets(Experiment experiment) throws IOException, InterruptedException {
        for (String need : experiment.needs()) {
            boolean met;
            if (need.startsWith("cgroup ")) {
                met = versions.contains(need);
            } else if (need.equals("swap")) {
                met = Files.readAllLines(Path.of("/proc/swaps")).size() > 1;
            } else {
                met = has(Program.in(directory), need);
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tries an experiment.
     *
     * @param fixed the subject after the rule's fixes
     */
    Transcript run(Experiment experiment, String fixed) throws IOException, InterruptedException {
        List<Transcript.Seen> seen = new ArrayList<>();
        try {
            standIns(experiment);
            for (Map.Entry<String, String> file : experiment.files().entrySet()) {
                write(experiment, file.getKey(), file.getValue());
            }
            write(experiment, experiment.subject().name(), experiment.subject().text());
            steps(experiment, experiment.before(), seen);
            clean(experiment);
            if (!experiment.after().isEmpty()) {
                write(experiment, experiment.subject().name(), fixed);
                steps(experiment, experiment.after(), seen);
            }
        } finally {
            clean(experiment);
        }
        return new Transcript(versions + images(experiment), seen);
    }

    /** The images that were needed; one that was made for the occasion says of what in its label. */
    private String images(Experiment experiment) throws IOException, InterruptedException {
        StringBuilder images = new StringBuilder();
        for (String need : experiment.needs()) {
            if (isImage(need)) {
                String made = shell("docker image inspect --format"
                                + " '{{with .Config.Labels}}{{index . \"org.opencontainers.image.description\"}}{{end}}' "
                                + need)
                        .strip();
                images.append(", ").append(need).append(made.isEmpty() ? "" : " made of " + made);
            }
        }
        return images.toString();
    }

    private static boolean isImage(String need) {
        return !need.startsWith("cgroup ") && !need.equals("swap");
    }

    private void standIns(Experiment experiment) throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> image : experiment.images().entrySet()) {
            Path context = Files.createDirectories(directory.resolve("stand-in"));
            List<String> lines = new ArrayList<>(List.of("FROM " + BASE));
            lines.addAll(image.getValue());
            Files.write(context.resolve("Dockerfile"), lines);
            program().succeed("docker", "build", "--quiet", "--tag", STAND_IN + image.getKey(), "stand-in");
        }
    }

    /** Names of images become those of what stands in for them: a developer's own images are not touched. */
    private void write(Experiment experiment, String name, String text) throws IOException {
        String written = text;
        for (String image : experiment.images().keySet()) {
            written = written.replaceAll("(?<![\\w./-])" + Pattern.quote(image) + "(?![\\w./:-])", STAND_IN + image);
        }
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, written);
    }

    private void steps(Experiment experiment, List<Experiment.Step> steps, List<Transcript.Seen> seen)
            throws IOException, InterruptedException {
        for (Experiment.Step step : steps) {
            Program.Outcome outcome = program().run("timeout", String.valueOf(SECONDS), "sh", "-c", step.run());
            seen.add(new Transcript.Seen(step.run(), plain(outcome.output()), outcome.code()));
            rememberVolumes(experiment);
        }
    }

    /** Volumes without a name of their own are known by the containers that use them, as long as these are there. */
    private void rememberVolumes(Experiment experiment) throws IOException, InterruptedException {
        String names = shell(containers(experiment)
                + " | xargs -r docker inspect --format"
                + " '{{range .Mounts}}{{if eq .Type \"volume\"}}{{println .Name}}{{end}}{{end}}'");
        for (String name : names.lines().toList()) {
            if (LONG_ID.matcher(name).matches()) {
                anonymous.add(name);
            }
        }
    }

    /** A command that prints the ids of the containers of an experiment: by the label of its project and by its names. */
    private String containers(Experiment experiment) {
        StringBuilder command = new StringBuilder("{ docker ps --all --quiet --filter " + LABEL + project + "; ");
        for (String name : names(experiment)) {
            command.append("docker ps --all --quiet --filter name=^")
                    .append(name)
                    .append("$; ");
        }
        return command.append("} | sort -u").toString();
    }

    private static Set<String> names(Experiment experiment) {
        Set<String> names = new TreeSet<>();
        List<Experiment.Step> steps = new ArrayList<>(experiment.before());
        steps.addAll(experiment.after());
        StringBuilder text = new StringBuilder(experiment.subject().text());
        for (Experiment.Step step : steps) {
            text.append('\n').append(step.run());
        }
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private String shell(String command) throws IOException, InterruptedException {
        return program()
                .run("timeout", String.valueOf(SECONDS), "sh", "-c", command)
                .output();
    }

    private Program program() {
        return Program.in(directory)
                .env("COMPOSE_PROJECT_NAME", project)
                .env("COMPOSE_PROGRESS", "quiet")
                .env("COMPOSE_ANSI", "never")
                .env("COMPOSE_MENU", "false")
                .env("BUILDKIT_PROGRESS", "plain")
                .env("DOCKER_CLI_HINTS", "false")
                .env("LC_ALL", "C");
    }

    /** Without what differs from run to run. */
    private List<String> plain(String output) {
        List<String> lines = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String same =
                    line.replace(project, "plimsoll").replace(STAND_IN, "").replace(directory.toString(), "…");
            same = LONG_ID.matcher(same).replaceAll("<id>");
            lines.add(SHORT_ID.matcher(same).replaceAll("<id>").stripTrailing());
        }
        return List.copyOf(lines.size() > MOST_LINES ? lines.subList(lines.size() - MOST_LINES, lines.size()) : lines);
    }

    /** Takes down what was made: of the project by its label, the rest by the names in the experiment. */
    private void clean(Experiment experiment) throws IOException, InterruptedException {
        shell(containers(experiment) + " | xargs -r docker rm --force --volumes");
        shell("docker network ls --quiet --filter " + LABEL + project + " | xargs -r docker network rm");
        shell("docker volume ls --quiet --filter " + LABEL + project + " | xargs -r docker volume rm --force");
        for (String name : names(experiment)) {
            shell("docker volume rm --force " + name + "; docker network rm " + name);
        }
        for (String name : anonymous) {
            shell("docker volume rm --force " + name);
        }
        anonymous.clear();
    }
}
