package dev.plimsoll.config;

import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Directories that hold other people's files, and may be huge: nobody can mend a finding there. A search passes them over
 * unless {@code search} in the configuration of the directory that is searched names them; a file or directory in one of
 * them is read when it is named.
 */
public final class SkippedDirectories {
    /**
     * Their names, and where they come from: npm and Bower; {@code go mod vendor}, Composer and Bundler, which all write to
     * {@code vendor}; virtual environments as the documentation of Python's venv calls them, tox, nox and what pip installs;
     * Terraform's modules.
     */
    public static final List<String> NAMES = List.of(
            "node_modules",
            "bower_components",
            "vendor",
            ".venv",
            "venv",
            ".tox",
            ".nox",
            "site-packages",
            ".terraform");

    private SkippedDirectories() {}

    /**
     * The names of {@code search}, without a slash at their end.
     *
     * @param problems takes those that are not skipped anyway
     */
    static List<String> searched(List<YamlScalar> names, Problems problems) {
        List<String> searched = new ArrayList<>(0);
        for (YamlScalar written : names) {
            String value = written.value();
            String name = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            if (!NAMES.contains(name)) {
                InputException unknown = Section.unknown("directory", name, written, NAMES);
                String message = unknown.errors().get(0).message();
                boolean guessed = message.endsWith("?");
                problems.add(new InputException(
                        written.location(),
                        guessed ? message : message + ": only directories that are skipped are named here"));
            }
            searched.add(name);
        }
        return searched;
    }
}
