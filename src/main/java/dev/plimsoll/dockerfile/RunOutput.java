package dev.plimsoll.dockerfile;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the words of a {@code RUN} tell of its output: whether it builds something, and whether that is also, or only, put
 * where no tmpfs is. In doubt it is: nothing that is copied out may be taken for lost.
 */
final class RunOutput {
    /** Programs that may carry files out of a directory. */
    private static final Set<String> COPIES =
            Set.of("cp", "mv", "tar", "rsync", "dd", "cat", "tee", "zip", "cpio", "7z");

    /** It copies, too, but in the words of these it is what brings packages in. */
    private static final String INSTALL = "install";

    private static final Set<String> PACKAGE_MANAGERS = Set.of(
            "npm",
            "pnpm",
            "yarn",
            "bun",
            "apt",
            "apt-get",
            "aptitude",
            "apk",
            "dnf",
            "yum",
            "microdnf",
            "zypper",
            "pacman");

    /** Names of tools and of what they are told that show a build. */
    private static final Set<String> BUILDS = Set.of(
            "assemble",
            "build",
            "bundle",
            "cargo",
            "cmake",
            "compile",
            "esbuild",
            "export",
            "generate",
            "gradle",
            "gradlew",
            "make",
            "mvn",
            "mvnw",
            "ninja",
            "next",
            "nuxt",
            "package",
            "publish",
            "rollup",
            "tsc",
            "vite",
            "webpack");

    /** How flags and variables end, in lower case and without dashes and underscores, whose value is where output goes. */
    private static final List<String> OUTPUTS = List.of(
            "out",
            "output",
            "outdir",
            "outputdir",
            "outputpath",
            "outputdirectory",
            "outfile",
            "outputfile",
            "dist",
            "distdir",
            "dest",
            "destdir",
            "destination",
            "targetdir",
            "builddir",
            "prefix",
            "installdir",
            "exportdir");

    private RunOutput() {}

    /** Whether an instruction seems to build something. */
    static boolean builds(Instruction.Run run) {
        return has(run.command().value(), BUILDS) || anyHas(run.scripts(), BUILDS);
    }

    /** Whether what an instruction writes may be, or may be too, outside of a directory when it ends. */
    static boolean mayBeElsewhere(Instruction.Run run, ContainerPath directory) {
        if (!run.command().isKnown()
                || has(run.command().value(), COPIES)
                || anyHas(run.scripts(), COPIES)
                || writesElsewhere(run, run.command().value(), directory)) {
            return true;
        }
        for (Text script : run.scripts()) {
            if (!script.isKnown() || writesElsewhere(run, script.value(), directory)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyHas(List<Text> scripts, Set<String> names) {
        for (Text script : scripts) {
            if (has(script.value(), names)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a script has one of these words, be it a part of a path or an argument. Of what copies "install" is one, too,
     * behind anything but a package manager.
     */
    private static boolean has(String script, Set<String> names) {
        int from = 0;
        boolean packages = false;
        for (int i = 0; i <= script.length(); i++) {
            char c = i < script.length() ? script.charAt(i) : '\n';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || (names == COPIES && "-_.".indexOf(c) >= 0)) {
                continue;
            }
            String word = script.substring(from, i);
            if (names.contains(word) || (names == COPIES && !packages && isInstall(word))) {
                return true;
            }
            packages |= PACKAGE_MANAGERS.contains(word);
            packages &= ";&|\n()".indexOf(c) < 0;
            from = i + 1;
        }
        return false;
    }

    private static boolean isInstall(String word) {
        return word.equals(INSTALL) || word.equals("--" + INSTALL);
    }

    /** Whether a flag, a variable or a redirection names a place that is neither in a directory nor around it. */
    private static boolean writesElsewhere(Instruction.Run run, String script, ContainerPath directory) {
        String before = "";
        int from = 0;
        for (int i = 0; i <= script.length(); i++) {
            char c = i < script.length() ? script.charAt(i) : '\n';
            if (" \t\r\n;&|(),[]\"'".indexOf(c) < 0) {
                continue;
            }
            String word = script.substring(from, i);
            from = i + 1;
            if (word.isEmpty()) {
                continue;
            }
            int equals = word.indexOf('=');
            boolean told = isRedirection(before)
                    || (before.startsWith("-") && namesOutput(before))
                    || (before.endsWith("=") && namesOutput(before.substring(0, before.length() - 1)));
            boolean set = equals > 0 && namesOutput(word.substring(0, equals));
            if ((told && isElsewhere(run, word, directory))
                    || (set && isElsewhere(run, word.substring(equals + 1), directory))
                    || (isRedirected(word) && isElsewhere(run, behindSigns(word), directory))) {
                return true;
            }
            before = word;
        }
        return false;
    }

    private static boolean isRedirection(String word) {
        return word.equals(">") || word.equals(">>") || word.equals("1>");
    }

    private static boolean isRedirected(String word) {
        return word.length() > 1 && word.charAt(0) == '>' && !isRedirection(word);
    }

    private static String behindSigns(String word) {
        int at = 0;
        while (at < word.length() && word.charAt(at) == '>') {
            at++;
        }
        return word.substring(at);
    }

    private static boolean namesOutput(String word) {
        if (word.equals("-o")) {
            return true;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != '-' && word.charAt(i) != '_') {
                plain.append(word.charAt(i));
            }
        }
        String name = plain.toString().toLowerCase(Locale.ROOT);
        for (String output : OUTPUTS) {
            if (name.endsWith(output)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isElsewhere(Instruction.Run run, String written, ContainerPath directory) {
        if (written.startsWith("/dev/") || written.equals("pipefail")) {
            return false;
        }
        Optional<ContainerPath> path =
                written.indexOf('$') >= 0 ? Optional.empty() : Paths.join(run.workdir(), written);
        return path.isEmpty() || !(path.get().isAtOrBelow(directory) || directory.isAtOrBelow(path.get()));
    }
}
