package dev.plimsoll.compose.files;

import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which files of a directory docker compose takes for its project. Source: compose-go cli/options.go. */
public final class ProjectDiscovery {
    private static final List<String> BASES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");
    private static final List<String> STEMS = List.of("compose", "docker-compose");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");
    private static final String WORKFLOWS = "workflows";
    private static final String GITHUB = ".github";
    /** The file of variables beside a project. */
    public static final String DOT_ENV = ".env";

    /** The variable that names the files of a project. */
    public static final String COMPOSE_FILE = "COMPOSE_FILE";

    private static final String SEPARATOR = "COMPOSE_PATH_SEPARATOR";

    private ProjectDiscovery() {}

    /**
     * The files of the project in a directory, in the order in which they are merged; empty if there is none. A
     * {@code COMPOSE_FILE} in the directory's {@code .env} names them, else the first of the known names is taken with
     * its override.
     *
     * @param envFiles environment files in place of {@code .env}
     * @param boundary which of these files may be read
     */
    public static List<File> in(File directory, List<File> envFiles, TrustBoundary boundary) {
        List<File> named = named(directory, envFiles, boundary);
        if (!named.isEmpty()) {
            return named;
        }
        List<File> files = new ArrayList<>(2);
        File base = first(directory, BASES, boundary);
        if (base != null) {
            files.add(base);
            File override = first(directory, OVERRIDES, boundary);
            if (override != null) {
                files.add(override);
            }
        }
        return files;
    }

    /** The project that a single file belongs to: with its override if it is one half of such a pair, else alone. */
    public static List<File> around(File file, List<File> envFiles, TrustBoundary boundary) {
        String name = file.getName();
        if (isComposeFile(file)) {
            File directory = file.getAbsoluteFile().getParentFile();
            List<File> project = in(directory, envFiles, boundary);
            for (File member : project) {
                if (member.getName().equals(name) && directory.equals(member.getParentFile())) {
                    return project;
                }
            }
        }
        return List.of(file.getAbsoluteFile());
    }

    /**
     * The nearest directory at or above one that holds a project; null if none does.
     *
     * @param boundary what files there are
     */
    public static @Nullable File upFrom(File directory, TrustBoundary boundary) {
        File current = directory;
        while (current != null && first(current, BASES, boundary) == null) {
            current = current.getParentFile();
        }
        return current;
    }

    /**
     * The files that docker compose would take if this one were not there: it takes the first of the names that it knows and
     * passes over the rest. Without those that the user asked for; empty if it does not take the file either.
     */
    public static List<File> shadowed(File file, ProjectFiles files) {
        List<String> names = BASES.contains(file.getName()) ? BASES : OVERRIDES;
        List<File> others = new ArrayList<>(0);
        boolean taken = false;
        for (String name : names) {
            File other = new File(file.getAbsoluteFile().getParentFile(), name);
            boolean itself = name.equals(file.getName());
            taken |= itself;
            if (!itself && files.isThere(other)) {
                if (!taken) {
                    return List.of();
                }
                if (!files.isAskedFor(other)) {
                    others.add(other);
                }
            }
        }
        return taken ? others : List.of();
    }

    /** Whether a file may be laid over another one, as far as its name goes. */
    public static boolean mayBeOverlay(String name) {
        String stem = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return (isStem(stem) && !STEMS.contains(stem)) || name.contains(".override.") || name.contains("-override.");
    }

    /** The files of a directory that may be its project's base, whether they are there or not. */
    public static List<File> bases(File directory) {
        List<File> bases = new ArrayList<>(BASES.size());
        for (String name : BASES) {
            bases.add(new File(directory, name));
        }
        return bases;
    }

    /** Whether a file of this name is taken for a Compose file: {@code compose.yaml}, {@code docker-compose.prod.yml} … */
    public static boolean isComposeName(String name) {
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                String stem = name.substring(0, name.length() - ending.length());
                return isStem(stem);
            }
        }
        return false;
    }

    /**
     * Whether a file is taken for a Compose file: by its name, and not where GitHub looks for workflows. Source: GitHub,
     * workflow syntax, "about YAML syntax for workflows".
     */
    public static boolean isComposeFile(File file) {
        return isComposeName(file.getName()) && !isBelow(file, WORKFLOWS, GITHUB);
    }

    /**
     * Whether a list is what the place of a file asks for: the tasks of an Ansible role, which often bear the name of what
     * they start. Source: Ansible, "role directory structure".
     */
    public static boolean isTaskList(File file) {
        return isBelow(file, "tasks", "") || isBelow(file, "handlers", "");
    }

    /** Whether a file lies in a directory of a name, and that in one of another; an empty name is any. */
    private static boolean isBelow(File file, String directory, String above) {
        File parent = file.getAbsoluteFile().getParentFile();
        if (parent == null || !parent.getName().equals(directory)) {
            return false;
        }
        return above.isEmpty()
                || (parent.getParentFile() != null
                        && parent.getParentFile().getName().equals(above));
    }

    private static boolean isStem(String name) {
        for (String stem : STEMS) {
            boolean variant = name.startsWith(stem)
                    && name.length() > stem.length() + 1
                    && "._-".indexOf(name.charAt(stem.length())) >= 0;
            if (name.equals(stem) || variant) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable File first(File directory, List<String> names, TrustBoundary boundary) {
        for (String name : names) {
            File file = new File(directory, name);
            if (boundary.view().isFile(file)) {
                return file;
            }
        }
        return null;
    }

    /**
     * The files that a {@code COMPOSE_FILE} in the directory's {@code .env} names, whether they are there or not; empty if
     * it names none.
     *
     * @param envFiles environment files in place of {@code .env}
     * @param boundary which of these files may be read
     */
    public static List<File> named(File directory, List<File> envFiles, TrustBoundary boundary) {
        List<File> files = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        LoadLimits limits = new LoadLimits();
        for (File file : envFiles.isEmpty() ? List.of(new File(directory, DOT_ENV)) : envFiles) {
            if (!boundary.view().isFile(file) || !boundary.mayQuote(file)) {
                continue;
            }
            try {
                List<InputError> errors = new ArrayList<>();
                values.putAll(DotEnv.read(boundary.read(file, file.getPath()), Variables.NONE, limits, errors));
            } catch (UnreadableSourceException e) {
                // whoever loads the project reads the file again, and says so
                return files;
            }
        }
        String list = values.get(COMPOSE_FILE);
        if (list == null || list.isBlank()) {
            return files;
        }
        String separator = values.getOrDefault(SEPARATOR, File.pathSeparator);
        int from = 0;
        while (from < list.length()) {
            int at = list.indexOf(separator, from);
            int to = at < 0 ? list.length() : at;
            if (to > from) {
                files.add(FilePath.resolve(directory, list.substring(from, to)));
            }
            from = to + Math.max(1, separator.length());
        }
        return files;
    }
}
