package dev.plimsoll.rule;

import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options in a container's command that look like options of docker.
 *
 * @param first index of the first word
 * @param words how many words they are
 * @param telling the first one, with its value, that can hardly be the program's own; null if there is none
 */
public record StrayOptions(int first, int words, @Nullable String telling) {
    private static final String HOST_PATH_MARK = ":/";

    /**
     * Official images without an entrypoint: the first word behind them is the program, and no program is called like an
     * option. Source: their Dockerfiles.
     */
    private static final Set<String> WITHOUT_ENTRYPOINT = Set.of("alpine", "busybox", "debian", "ubuntu");

    /** Whether the program of a container, as far as it is known, takes no options of docker's own. */
    private static boolean takesNone(Container container, @Nullable ImageFacts image) {
        ImageReference written = container.image().orNull();
        boolean bare =
                written != null && written.registry().isEmpty() && WITHOUT_ENTRYPOINT.contains(written.repository());
        return image != null || bare;
    }

    /** The options that a container's command begins with; behind words of its own, if the image's program is a server. */
    public static StrayOptions of(Container container, @Nullable ImageFacts image) {
        CommandLine command = container.command().orNull();
        return of(command == null ? List.of() : command.words(), image, takesNone(container, image));
    }

    /** The indices of all such words: those that stand behind others, which the program would still get, too. */
    public static List<Integer> all(Container container, @Nullable ImageFacts image) {
        CommandLine command = container.command().orNull();
        return all(command == null ? List.of() : command.words(), image, takesNone(container, image));
    }

    /**
     * The options that a command begins with; behind words of its own, if the image's program is a server.
     *
     * @param image what is known of the image; null if nothing is
     * @param takesNone whether its program takes no limits and variables
     */
    private static StrayOptions of(List<Text> command, @Nullable ImageFacts image, boolean takesNone) {
        StrayOptions leading = from(0, command, takesNone);
        boolean server = image != null && leading.telling == null && isServer(image);
        for (int i = 1; server && i + 1 < command.size(); i++) {
            if (!command.get(i - 1).isKnown() || runsAnother(command.get(i - 1).value())) {
                return leading;
            }
            StrayOptions later = from(i, command, false);
            if (later.telling != null && command.get(i).value().startsWith("-")) {
                return later;
            }
        }
        return leading;
    }

    private static List<Integer> all(List<Text> command, @Nullable ImageFacts image, boolean takesNone) {
        List<Text> left = new ArrayList<>(command);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < command.size(); i++) {
            places.add(i);
        }
        List<Integer> found = new ArrayList<>();
        for (StrayOptions stray = of(left, image, takesNone);
                stray.telling != null;
                stray = of(left, image, takesNone)) {
            List<Integer> some = places.subList(stray.first, stray.first + stray.words);
            found.addAll(some);
            some.clear();
            left.subList(stray.first, stray.first + stray.words).clear();
        }
        Collections.sort(found);
        return found;
    }

    /** Where such options of a docker command would mount something if they stood before the image, as they were meant to. */
    public static List<ContainerPath> mountTargets(Container container, @Nullable ImageFacts image) {
        CommandLine command = container.command().orNull();
        boolean ownEntrypoint = !container.entrypoint().isAbsent();
        List<ContainerPath> targets = new ArrayList<>(0);
        if (command == null || ownEntrypoint) {
            return targets;
        }
        List<Text> words = command.words();
        for (int index : all(container, image)) {
            String word = words.get(index).value();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean volume = name.equals("-v") || name.equals("--volume");
            if (volume && (equals >= 0 || index + 1 < words.size())) {
                String value = equals < 0 ? words.get(index + 1).value() : word.substring(equals + 1);
                String target = value.substring(value.indexOf(HOST_PATH_MARK) + 1);
                int options = target.indexOf(':');
                Optional<ContainerPath> path = ContainerPath.of(options < 0 ? target : target.substring(0, options));
                if (path.isPresent()) {
                    targets.add(path.get());
                }
            }
        }
        return targets;
    }

    /** Whether the image is made to run one program, which takes no port to publish and no directory to mount. */
    private static boolean isServer(ImageFacts image) {
        return switch (image.kind()) {
            case DATABASE, CACHE, QUEUE, SEARCH -> true;
            default -> false;
        };
    }

    /** Whether what follows may be the command of a shell, or of docker itself. */
    private static boolean runsAnother(String word) {
        String program = word.substring(word.lastIndexOf('/') + 1);
        return switch (program) {
            case "docker", "podman", "nerdctl", "env", "sudo", "--" -> true;
            default -> program.endsWith("sh");
        };
    }

    private static StrayOptions from(int first, List<Text> command, boolean official) {
        int at = first;
        String telling = null;
        while (at < command.size() && command.get(at).isKnown()) {
            String word = command.get(at).value();
            if (isSwitch(word)) {
                at++;
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean next =
                    equals < 0 && at + 1 < command.size() && command.get(at + 1).isKnown();
            if (equals < 0 && !next) {
                break;
            }
            String value = equals < 0 ? command.get(at + 1).value() : word.substring(equals + 1);
            Kind kind = kind(name, value, official);
            if (kind == Kind.FOREIGN) {
                break;
            }
            if (kind == Kind.TELLING && telling == null) {
                telling = equals < 0 ? name + " " + value : word;
            }
            at += equals < 0 ? 2 : 1;
        }
        return new StrayOptions(first, at - first, telling);
    }

    private enum Kind {
        /** No program but docker takes it like this. */
        TELLING,
        /** Docker takes it, and so may the program. */
        EITHER,
        /** Docker does not take it like this, or the program may well do so. */
        FOREIGN
    }

    private static boolean isSwitch(String word) {
        return switch (word) {
            case "-d", "-i", "-t", "-it", "-ti", "-dit", "-itd", "-di", "-td" -> true;
            case "--rm", "--detach", "--interactive", "--tty", "--privileged", "--read-only", "--init" -> true;
            default -> false;
        };
    }

    private static Kind kind(String name, String value, boolean official) {
        return switch (name) {
            case "--tmpfs" -> telling(value.startsWith("/"));
            case "--mount" -> telling(value.contains("type=") || value.contains("target="));
            case "-v", "--volume" -> telling(isVolume(value));
            case "-p", "--publish" ->
                telling(value.indexOf(':') > 0 && PortSyntax.problem(value).isEmpty());
            case "--memory-swap", "--memory-reservation", "--shm-size" -> telling(isSizeWithUnit(value));
            case "--restart" -> telling(isRestartPolicy(value));
            case "-m", "--memory" -> !isSizeWithUnit(value) ? Kind.FOREIGN : official ? Kind.TELLING : Kind.EITHER;
            case "-e", "--env" -> !isVariable(value) ? Kind.FOREIGN : official ? Kind.TELLING : Kind.EITHER;
            case "--name", "--network", "--hostname", "--user", "--workdir", "--cpus", "--env-file" ->
                value.startsWith("-") ? Kind.FOREIGN : Kind.EITHER;
            default -> Kind.FOREIGN;
        };
    }

    private static Kind telling(boolean shaped) {
        return shaped ? Kind.TELLING : Kind.FOREIGN;
    }

    /** {@code SOURCE:/TARGET}, and no address such as {@code http://host}. */
    private static boolean isVolume(String value) {
        int mark = value.indexOf(HOST_PATH_MARK);
        return mark > 0 && !value.startsWith(HOST_PATH_MARK + "/", mark);
    }

    private static boolean isSizeWithUnit(String value) {
        boolean unit = !value.isEmpty() && Character.isLetter(value.charAt(value.length() - 1));
        return unit && SizeGrammar.docker(value).isPresent();
    }

    private static boolean isRestartPolicy(String value) {
        return value.equals("always") || value.equals("unless-stopped") || value.startsWith("on-failure");
    }

    /** {@code NAME=…} in capitals. */
    private static boolean isVariable(String value) {
        int equals = value.indexOf('=');
        for (int i = 0; i < equals; i++) {
            char c = value.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (!capital && c != '_' && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return equals > 0;
    }
}
