package dev.plimsoll.fuzz;

import dev.plimsoll.cli.Run;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What holds of every output, whatever the input. */
final class Outputs {
    /** An exit code that says that plimsoll itself failed. */
    private static final int DEFECT = 4;

    /** Bytes of an output: as many as these, which html's frame and the rules' pages take, and so many for each of input. */
    private static final long MOST = 1 << 20;

    private static final int MOST_EACH = 64;

    private final Input input;
    private final Map<String, SourceFile> sources = new HashMap<>();

    Outputs(Input input) {
        this.input = input;
    }

    /** Looks at what a run said, whatever it was asked for. */
    void check(String what, Run.Result result) throws Violation {
        if (result.code() == DEFECT) {
            throw new Violation(defect(result.err()), result.err());
        }
        if (result.err().contains("Exception") || result.err().contains("\tat ")) {
            throw new Violation(what + " prints a stack trace", result.err());
        }
        if (result.code() < 0 || result.code() > DEFECT) {
            throw new Violation(what + ": exit code " + result.code(), result.err());
        }
        if (result.said().contains(Workplace.SECRET)) {
            throw new Violation(what + " shows what a file outside of the project holds", around(result.said()));
        }
        if (result.out().length() > MOST + MOST_EACH * input.size()) {
            throw new Violation(
                    what + " is too long", result.out().length() + " units from " + input.size() + " of input");
        }
        printable(what + ", standard error", result.err());
    }

    /** One line for all inputs that come to one place, whichever rule was on its way there. */
    static String defect(String said) {
        String line = said.lines()
                .filter(each -> each.contains("a defect of plimsoll"))
                .findFirst()
                .orElse(said);
        return "defect: "
                + line.replaceAll(".*itself \\(", "")
                        .replaceAll("^.* failed on .*: (\\w+ at )", "a part failed: $1")
                        .replaceAll("(, and [0-9]+ more.*)?\\); please.*", "");
    }

    private static String around(String said) {
        int at = said.indexOf(Workplace.SECRET);
        return said.substring(Math.max(0, at - 300), Math.min(said.length(), at + 100));
    }

    /** Whether a text steers no terminal and hides nothing. */
    static void printable(String what, String text) throws Violation {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
            boolean direction = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
            if (control || direction || c == '\u200E' || c == '\u200F' || c == '\u061C') {
                String line = text.substring(text.lastIndexOf('\n', i - 1) + 1, Math.min(text.length(), i + 20));
                throw new Violation(what + " has a control character U+" + Integer.toHexString(c), Input.escaped(line));
            }
        }
    }

    /** Looks at a report of a format. */
    void report(String format, String out) throws Violation {
        switch (format) {
            case "json" -> json(members(parsed(format, out)));
            case "sarif", "gitlab", "rdjson" -> parsed(format, out);
            case "junit", "checkstyle", "svg" -> xml(format, out);
            case "text", "concise", "github", "markdown", "table" -> printable(format, out);
            default -> {
                // html is for browsers, which tests of its own ask
            }
        }
    }

    private static @Nullable Object parsed(String format, String out) throws Violation {
        try {
            return StrictJson.parse(out);
        } catch (IllegalArgumentException e) {
            throw new Violation(format + " is not JSON", String.valueOf(e.getMessage()));
        }
    }

    /** Looks whether an output is JSON. */
    static void isJson(String what, String out) throws Violation {
        parsed(what, out);
    }

    private static void xml(String format, String out) throws Violation {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.parse(new InputSource(new StringReader(out)));
        } catch (SAXException e) {
            throw new Violation(format + " is not XML", String.valueOf(e.getMessage()));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(@Nullable Object object) {
        return (Map<String, Object>) Objects.requireNonNull(object);
    }

    private static List<?> list(Map<String, Object> object, String name) {
        return (List<?>) Objects.requireNonNull(object.get(name));
    }

    private void json(Map<String, Object> report) throws Violation {
        Map<String, Object> last = Map.of();
        for (Object each : list(report, "findings")) {
            Map<String, Object> finding = members(each);
            place(finding, finding);
            for (Object related : list(finding, "related")) {
                place(members(related), finding);
            }
            for (Object fix : list(finding, "fixes")) {
                for (Object edit : list(members(fix), "edits")) {
                    place(members(edit), finding);
                }
            }
            if (!last.isEmpty() && compare(last, finding) > 0) {
                throw new Violation("findings are not sorted", last + "\n" + finding);
            }
            last = finding;
        }
        for (Object error : list(report, "errors")) {
            place(members(error), members(error));
        }
        Map<String, Object> summary = members(report.get("summary"));
        long counted = number(summary, "errors") + number(summary, "warnings") + number(summary, "infos");
        if (counted != list(report, "findings").size()) {
            throw new Violation("the summary does not count the findings", summary.toString());
        }
    }

    private static long number(Map<String, Object> object, String name) {
        return ((Number) Objects.requireNonNull(object.get(name))).longValue();
    }

    private static Position position(Map<String, Object> placed, String name) {
        Map<String, Object> position = members(members(placed.get("range")).get(name));
        return new Position((int) number(position, "line"), (int) number(position, "column"));
    }

    private static int compare(Map<String, Object> one, Map<String, Object> other) {
        int paths = String.valueOf(one.get("path")).compareTo(String.valueOf(other.get("path")));
        if (paths != 0) {
            return paths;
        }
        Position first = position(one, "start");
        Position second = position(other, "start");
        int lines = Integer.compare(first.line(), second.line());
        int columns = Integer.compare(first.column(), second.column());
        return lines != 0
                ? lines
                : columns != 0 ? columns : String.valueOf(one.get("rule")).compareTo(String.valueOf(other.get("rule")));
    }

    /** Looks whether a place is in its file. */
    private void place(Map<String, Object> placed, Map<String, Object> of) throws Violation {
        String path = String.valueOf(placed.get("path"));
        String text = input.files().get(path);
        if (text == null || !Input.isText(text) || placed.get("range") == null) {
            return;
        }
        SourceFile source = sources.computeIfAbsent(path, name -> new SourceFile(name, text));
        try {
            int start = source.lines().offset(position(placed, "start"));
            int end = source.lines().offset(position(placed, "end"));
            if (start <= end) {
                return;
            }
        } catch (IndexOutOfBoundsException e) {
            // told below
        }
        throw new Violation("a place of " + of.get("rule") + " is not in its file", of.toString());
    }
}
