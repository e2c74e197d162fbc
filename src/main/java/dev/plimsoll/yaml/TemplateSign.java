package dev.plimsoll.yaml;

/** The signs of a template of Go, Helm or Jinja, which is not YAML before it is rendered. */
final class TemplateSign {
    /** What to say of such a file in place of the parser's words. */
    static final String MESSAGE = "this looks like a template ({{ … }}), not YAML: exclude it, or lint what it renders";

    private TemplateSign() {}

    /**
     * Whether a text that is not YAML is a template: a line begins with a directive, or the line that the parser stumbled
     * over has one. A format in quotes ({@code docker ps --format '{{.Names}}'}) elsewhere in the file is no sign.
     *
     * @param at where the parser stumbled, in UTF-16 units
     */
    static boolean isIn(String text, int at) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int from = start;
            while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            boolean begins = isSign(text, from);
            boolean here = start <= at && at <= end;
            for (int i = from; here && !begins && i < end; i++) {
                begins = isSign(text, i);
            }
            if (begins) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isSign(String text, int at) {
        return text.startsWith("{{", at) || text.startsWith("{%", at);
    }
}
