package dev.plimsoll.git;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that decide what is ignored. Of a repository's own configuration only how names are compared and how long its
 * hashes are: whatever else it says, above all which files and programs it names, is of no interest. The user's own one may
 * name files ({@code core.excludesFile}, {@code include.path}). Conditional includes, the machine's configuration and
 * {@code GIT_…} variables, which a hook runs with, are not read.
 */
final class Settings {
    private static final String IGNORE_CASE = "core.ignorecase";

    /** Levels of include.path, as many as git follows. */
    private static final int MAX_INCLUDES = 10;

    private final @Nullable File home;
    private @Nullable String excludesFile;
    private boolean ignoreCase;
    private boolean sha256;

    private Settings(@Nullable File home) {
        this.home = home;
    }

    /** The settings of a repository alone. */
    static Settings of(GitDirectory repository) {
        Settings settings = new Settings(null);
        settings.readRepository(repository);
        return settings;
    }

    /**
     * The settings of a user, and of a repository if there is one.
     *
     * @param environment has HOME or, on Windows, USERPROFILE; and XDG_CONFIG_HOME
     */
    static Settings of(@Nullable GitDirectory repository, Map<String, String> environment) {
        Settings settings = new Settings(home(environment));
        File directory = settings.userDirectory(environment);
        if (directory != null) {
            settings.excludesFile = new File(directory, "ignore").getPath();
            settings.readUser(new File(directory, "config"), 0);
        }
        if (settings.home != null) {
            settings.readUser(new File(settings.home, ".gitconfig"), 0);
        }
        if (repository != null) {
            settings.readRepository(repository);
        }
        return settings;
    }

    private static @Nullable File home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        return new File(home).isAbsolute() ? new File(home) : null;
    }

    private @Nullable File userDirectory(Map<String, String> environment) {
        File directory = new File(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        if (directory.isAbsolute()) {
            return new File(directory, "git");
        }
        return home == null ? null : new File(home, ".config/git");
    }

    private void readUser(File file, int includes) {
        byte[] bytes = includes > MAX_INCLUDES ? null : PlainFile.read(file);
        if (bytes == null) {
            return;
        }
        for (ConfigText.Setting setting : ConfigText.read(new String(bytes, StandardCharsets.UTF_8))) {
            if (setting.name().equals("include.path")) {
                File included = expand(setting.value(), file.getParentFile());
                if (included != null) {
                    readUser(included, includes + 1);
                }
            } else if (setting.name().equals("core.excludesfile")) {
                excludesFile = setting.value();
            } else if (setting.name().equals(IGNORE_CASE)) {
                ignoreCase = isTrue(setting.value());
            }
        }
    }

    private void readRepository(GitDirectory repository) {
        byte[] bytes = PlainFile.read(new File(repository.common(), "config"));
        if (bytes == null) {
            return;
        }
        for (ConfigText.Setting setting : ConfigText.read(new String(bytes, StandardCharsets.UTF_8))) {
            if (setting.name().equals(IGNORE_CASE)) {
                ignoreCase = isTrue(setting.value());
            } else if (setting.name().equals("extensions.objectformat")) {
                sha256 = setting.value().equals("sha256");
            }
        }
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true")
                || value.equalsIgnoreCase("yes")
                || value.equalsIgnoreCase("on")
                || value.equals("1");
    }

    private @Nullable File expand(String path, @Nullable File base) {
        if (path.startsWith("~/") && home != null) {
            return new File(home, path.substring(2));
        }
        boolean special = path.isEmpty() || path.startsWith("~") || path.startsWith("%(");
        if (special) {
            return null;
        }
        File file = new File(path);
        return file.isAbsolute() ? file : new File(base, path);
    }

    /**
     * The file with the user's own patterns, which may be missing; null if there is none.
     *
     * @param root of the work tree: what a relative name counts from
     */
    @Nullable
    File excludesFile(File root) {
        return excludesFile == null ? null : expand(excludesFile, root);
    }

    /** Whether names that differ only in the case of ASCII letters are the same. */
    boolean ignoreCase() {
        return ignoreCase;
    }

    /** Length of the repository's hashes, in bytes. */
    int hashBytes() {
        return sha256 ? 32 : 20;
    }
}
