package dev.plimsoll.suppress;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Locale;

/** How a file's comments are written. */
enum CommentSyntax {
    /** Compose files, workflows; whatever is not one of the others. */
    YAML,
    /** Shell scripts. */
    SHELL,
    /** Makefiles: comments of shells, but each line is a shell of its own, or none. */
    MAKEFILE,
    /** PowerShell scripts: comments of shells, and backticks where those have backslashes. */
    POWERSHELL,
    /** Dockerfiles: comments only on lines of their own, since at the end of one they are words of the instruction. */
    DOCKERFILE,
    /** Markdown: comments of HTML outside of code, the code's own inside. */
    MARKDOWN,
    /** Batch files, which have no comment that a line of commands could end with. */
    NONE;

    private static final List<String> SHELL_ENDINGS = List.of(".sh", ".bash", ".zsh", ".ksh", ".dash");
    private static final List<String> POWERSHELL_ENDINGS = List.of(".ps1", ".psm1");
    private static final List<String> BATCH_ENDINGS = List.of(".bat", ".cmd");
    private static final List<String> MAKEFILE_ENDINGS = List.of(".mk", ".mak");
    private static final List<String> MAKEFILES = List.of("makefile", "gnumakefile");
    private static final List<String> YAML_ENDINGS = List.of(".yaml", ".yml");
    private static final List<String> MARKDOWN_ENDINGS = List.of(".md", ".markdown", ".mdown", ".mkd");
    private static final List<String> SHELL_FENCES =
            List.of("bash", "sh", "shell", "console", "shell-session", "zsh", "ksh");
    private static final List<String> MAKEFILE_FENCES = List.of("make", "makefile");

    /** The syntax of a file, by its name, or by the interpreter that its first line calls. */
    static CommentSyntax of(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (MAKEFILES.contains(name) || endsWithAny(name, MAKEFILE_ENDINGS)) {
            return MAKEFILE;
        }
        if (endsWithAny(name, SHELL_ENDINGS) || file.text().startsWith("#!")) {
            return SHELL;
        }
        if (endsWithAny(name, POWERSHELL_ENDINGS)) {
            return POWERSHELL;
        }
        if (endsWithAny(name, BATCH_ENDINGS)) {
            return NONE;
        }
        if (endsWithAny(name, MARKDOWN_ENDINGS)) {
            return MARKDOWN;
        }
        return !endsWithAny(name, YAML_ENDINGS) && startsAsDockerfile(file.text()) ? DOCKERFILE : YAML;
    }

    /** Whether the first instruction is one that a Dockerfile begins with; it may have any name. */
    private static boolean startsAsDockerfile(String text) {
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(at, end).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return line.regionMatches(true, 0, "FROM ", 0, 5) || line.regionMatches(true, 0, "ARG ", 0, 4);
            }
            at = end + 1;
        }
        return false;
    }

    /** The syntax of a fenced block, by the first word behind the fence. */
    static CommentSyntax ofFence(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        if (MAKEFILE_FENCES.contains(lower)) {
            return MAKEFILE;
        }
        return SHELL_FENCES.contains(lower) ? SHELL : YAML;
    }

    private static boolean endsWithAny(String name, List<String> endings) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
