package dev.plimsoll.suppress;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Locale;

/** How a file's comments are written. */
enum CommentSyntax {
    /** Compose files, workflows; whatever is not one of the others. */
    YAML,
    /** Shell scripts and makefiles. */
    SHELL,
    /** Markdown: comments of HTML outside of code, the code's own inside. */
    MARKDOWN;

    private static final List<String> SHELL_ENDINGS = List.of(".sh", ".bash", ".zsh", ".ksh", ".dash", ".mk", ".mak");
    private static final List<String> MAKEFILES = List.of("makefile", "gnumakefile");
    private static final List<String> MARKDOWN_ENDINGS = List.of(".md", ".markdown", ".mdown", ".mkd");
    private static final List<String> SHELL_FENCES =
            List.of("bash", "sh", "shell", "console", "shell-session", "zsh", "ksh", "make", "makefile");

    /** The syntax of a file, by its name, or by the interpreter that its first line calls. */
    static CommentSyntax of(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (MAKEFILES.contains(name)
                || endsWithAny(name, SHELL_ENDINGS)
                || file.text().startsWith("#!")) {
            return SHELL;
        }
        return endsWithAny(name, MARKDOWN_ENDINGS) ? MARKDOWN : YAML;
    }

    /** The syntax of a fenced block, by the first word behind the fence. */
    static CommentSyntax ofFence(String language) {
        return SHELL_FENCES.contains(language.toLowerCase(Locale.ROOT)) ? SHELL : YAML;
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
