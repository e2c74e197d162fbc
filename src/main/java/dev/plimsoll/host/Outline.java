package dev.plimsoll.host;

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

    /** Whether the first line that is neither blank nor a comment begins a docker command. */
    static boolean beginsWithDocker(String text) {
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            int from = Lines.skipBlanks(text, lines.start(), lines.end());
            if (from < lines.end() && text.charAt(from) != '#') {
                return Prompt.startsDocker(text, Prompt.end(text, from, lines.end()), lines.end());
            }
        }
        return false;
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
