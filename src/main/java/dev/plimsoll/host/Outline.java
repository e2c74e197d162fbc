package dev.plimsoll.host;

import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;

/** Tells what a text is by its lines, without reading it as a whole. */
final class Outline {
    private Outline() {}

    /** Whether a YAML file is a workflow: {@code jobs:} at the top level and no {@code services:}. */
    static boolean isWorkflow(String text) {
        boolean jobs = false;
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            if (text.startsWith("services:", lines.start())) {
                return false;
            }
            jobs |= text.startsWith("jobs:", lines.start());
        }
        return jobs;
    }

    /** What a text without a name is; a Compose file if it begins as YAML does, or tells nothing. */
    static HostKind unnamed(String text) {
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            int from = Lines.skipBlanks(text, lines.start(), lines.end());
            if (from < lines.end() && text.charAt(from) != '#') {
                if (beginsDockerfile(text, from, lines.end())) {
                    return HostKind.DOCKERFILE;
                }
                boolean prompt = Prompt.end(text, from, lines.end()) > from;
                return !prompt && beginsYaml(text, from, lines.end()) ? HostKind.COMPOSE : noYaml(text);
            }
        }
        return HostKind.COMPOSE;
    }

    /** Whether the first instruction is one that a Dockerfile begins with; it may have any name. */
    static boolean isDockerfile(String text) {
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            int from = Lines.skipBlanks(text, lines.start(), lines.end());
            if (from < lines.end() && text.charAt(from) != '#') {
                return beginsDockerfile(text, from, lines.end());
            }
        }
        return false;
    }

    /** Whether a line is {@code FROM image}, {@code FROM --platform=x image AS name}, {@code ARG x=y}, and no sentence. */
    private static boolean beginsDockerfile(String text, int from, int end) {
        boolean stage = text.regionMatches(true, from, "FROM ", 0, 5);
        if (!stage && !text.regionMatches(true, from, "ARG ", 0, 4)) {
            return false;
        }
        int words = 0;
        boolean named = false;
        int at = Lines.skipBlanks(text, from + 4, end);
        while (at < end) {
            int to = at;
            while (to < end && text.charAt(to) != ' ' && text.charAt(to) != '\t') {
                to++;
            }
            boolean flag = stage && text.startsWith("--", at);
            words += flag ? 0 : 1;
            named |= words == 2 && text.substring(at, to).equalsIgnoreCase("AS");
            at = Lines.skipBlanks(text, to, end);
        }
        return words == 1 || (stage && named && words == 3);
    }

    private static HostKind noYaml(String text) {
        if (kind(text) == HostKind.MARKDOWN) {
            return HostKind.MARKDOWN;
        }
        return isSession(text) || holdsDocker(text) ? HostKind.SHELL : HostKind.COMPOSE;
    }

    /** Whether a text shows a terminal, in which docker commands stand behind prompts. */
    static boolean isSession(String text) {
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            int from = Lines.skipBlanks(text, lines.start(), lines.end());
            int command = Prompt.end(text, from, lines.end());
            if (command > from && Prompt.startsDocker(text, command, lines.end())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsDocker(String text) {
        if (!text.contains("docker") && !text.contains("podman")) {
            return false;
        }
        SourceFile script = new SourceFile("", text);
        Location whole = new Location(script, new Span(0, text.length()));
        return !ShellReader.read(Text.verbatim(whole), ShellDialect.POSIX).isEmpty();
    }

    /** Whether a line is a key of a mapping, an item of a list, a flow collection or a mark of YAML. */
    private static boolean beginsYaml(String text, int from, int end) {
        char first = text.charAt(from);
        if ("{[%&!?".indexOf(first) >= 0
                || (first == '-' && from + 1 < end && " -".indexOf(text.charAt(from + 1)) >= 0)) {
            return true;
        }
        int at = from;
        while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || "_-.\"'".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > from
                && at < end
                && text.charAt(at) == ':'
                && (at + 1 == end || " \t\r".indexOf(text.charAt(at + 1)) >= 0);
    }

    /** What a text without a telling name is. */
    static HostKind kind(String text) {
        boolean commands = false;
        boolean services = false;
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            int from = Lines.skipBlanks(text, lines.start(), lines.end());
            if (text.startsWith("```", from) || text.startsWith("~~~", from)) {
                return HostKind.MARKDOWN;
            }
            services |= text.startsWith("services:", lines.start());
            commands |= Prompt.startsDocker(text, Prompt.end(text, from, lines.end()), lines.end());
        }
        if (services) {
            return HostKind.COMPOSE;
        }
        return commands ? HostKind.SHELL : HostKind.NONE;
    }
}
