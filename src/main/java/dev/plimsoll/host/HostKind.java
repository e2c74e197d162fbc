package dev.plimsoll.host;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Locale;

/** What a file is, as far as commands in it go. */
public enum HostKind {
    /** A script of any shell, PowerShell and batch files among them. */
    SHELL,
    /** A Makefile. */
    MAKEFILE,
    /** Markdown. */
    MARKDOWN,
    /** AsciiDoc. */
    ASCIIDOC,
    /** reStructuredText. */
    RESTRUCTURED_TEXT,
    /** A GitHub workflow or action, or a GitLab pipeline. */
    WORKFLOW,
    /** A container of Podman's Quadlet, or what adds to one: a systemd unit or its drop-in. */
    QUADLET,
    /** The container of a development environment, in JSON with comments. */
    DEVCONTAINER,
    /** A Dockerfile. */
    DOCKERFILE,
    /** A Compose file, which {@code compose} reads. */
    COMPOSE,
    /** Something else. */
    NONE,
    /** Text without a command, a script or a Compose file in it. */
    PLAIN_TEXT;

    private static final List<String> SCRIPTS = List.of(
            ".sh", ".bash", ".zsh", ".ksh", ".dash", ".ash", ".bats", ".ps1", ".psm1", ".bat", ".cmd", ".command");
    private static final List<String> MARKDOWN_NAMES = List.of(".md", ".markdown", ".mdown", ".mdx", ".mkd");
    private static final List<String> ASCIIDOC_NAMES = List.of(".adoc", ".asciidoc", ".asc");
    private static final List<String> YAML_NAMES = List.of(".yml", ".yaml");
    private static final List<String> DOCKERFILES = List.of("dockerfile", "containerfile");
    private static final List<String> MAKEFILES = List.of("makefile", "gnumakefile", "bsdmakefile");

    /** Whether it is text with code blocks as examples. */
    public boolean isDocumentation() {
        return this == MARKDOWN || this == ASCIIDOC || this == RESTRUCTURED_TEXT;
    }

    /** Tells by the name, then by the first line, then by what is in it. */
    public static HostKind of(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        HostKind named = byName(file.path().toLowerCase(Locale.ROOT), name);
        if (named != NONE) {
            return named;
        }
        if (endsWith(name, YAML_NAMES)) {
            return Outline.isWorkflow(file.text()) ? WORKFLOW : COMPOSE;
        }
        if (Shebang.isShell(file.text())) {
            return SHELL;
        }
        boolean anything = name.indexOf('.') <= 0 || name.endsWith(".txt") || name.endsWith(".text");
        if (name.startsWith(DOCKERFILES.get(0)) || name.startsWith(DOCKERFILES.get(1))) {
            return DOCKERFILE;
        }
        if (!anything || file.text().startsWith("#!")) {
            return NONE;
        }
        HostKind inside = Outline.kind(file.text());
        return inside == NONE ? PLAIN_TEXT : inside;
    }

    /**
     * What a path alone tells; {@link #NONE} where one would have to look into the file.
     *
     * @param path with slashes
     */
    public static HostKind named(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return byName(lower, lower.substring(lower.lastIndexOf('/') + 1));
    }

    private static HostKind byName(String path, String name) {
        if (endsWith(name, SCRIPTS)) {
            return SHELL;
        }
        if (endsWith(name, MARKDOWN_NAMES)) {
            return MARKDOWN;
        }
        if (endsWith(name, ASCIIDOC_NAMES)) {
            return ASCIIDOC;
        }
        if (name.endsWith(".rst")) {
            return RESTRUCTURED_TEXT;
        }
        if (MAKEFILES.contains(name) || name.endsWith(".mk") || name.endsWith(".mak") || name.startsWith("makefile.")) {
            return MAKEFILE;
        }
        if (name.endsWith(".container") || isDropIn(path)) {
            return QUADLET;
        }
        if (name.equals("devcontainer.json") || name.equals(".devcontainer.json")) {
            return DEVCONTAINER;
        }
        if (isDockerfile(name)) {
            return DOCKERFILE;
        }
        boolean yaml = endsWith(name, YAML_NAMES);
        boolean inWorkflows = path.startsWith(".github/workflows/") || path.contains("/.github/workflows/");
        boolean pipeline = name.startsWith(".gitlab-ci.") || name.contains(".gitlab-ci.");
        boolean action = name.startsWith("action.") && name.indexOf('.') == name.lastIndexOf('.');
        return yaml && (inWorkflows || pipeline || action) ? WORKFLOW : NONE;
    }

    /**
     * What a text without a name is: {@link #SHELL} if it holds docker commands, {@link #MARKDOWN} if it has fences,
     * {@link #DOCKERFILE} if it begins as one, else
     * {@link #COMPOSE}.
     *
     * @param text its beginning is enough
     */
    public static HostKind ofUnnamed(String text) {
        return Outline.unnamed(text);
    }

    /** Whether a text shows a terminal, in which docker commands stand behind prompts. */
    public static boolean isSession(String text) {
        return Outline.isSession(text);
    }

    /** Whether a file of Markdown is MDX, which takes no HTML comments. */
    static boolean isMdx(SourceFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".mdx");
    }

    /** {@code Dockerfile}, {@code Dockerfile.dev}, {@code dev.Dockerfile}; not {@code Dockerfile.dockerignore}. */
    static boolean isDockerfile(String name) {
        for (String usual : DOCKERFILES) {
            boolean other = name.endsWith(".dockerignore") || endsWith(name, YAML_NAMES) || name.endsWith(".json");
            if (name.equals(usual) || name.endsWith("." + usual) || (name.startsWith(usual + ".") && !other)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a file adds to containers of Quadlet beside the directory that it lies in.
     *
     * @param path with slashes
     */
    public static boolean isDropIn(String path) {
        if (!path.endsWith(".conf")) {
            return false;
        }
        String directory = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return directory.endsWith(".container.d")
                || directory.endsWith("/container.d")
                || directory.equals("container.d");
    }

    private static boolean endsWith(String name, List<String> ends) {
        for (String end : ends) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
