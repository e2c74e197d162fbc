package dev.plimsoll.schema;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text must look like where the schema asks for more than any text. Most of these stand for a cast: compose turns
 * the texts of certain keys into numbers and booleans after it has put in the variables (compose-go
 * loader/interpolate.go), so that {@code "2"} will do where a number is wanted, and {@code "two"} will not. Written out by
 * hand, because a pattern costs start-up time.
 */
enum TextFormat {
    /** A boolean, in the words of YAML 1.1. */
    FLAG("flag", "true or false"),
    /** Digits with a sign, as Go's {@code strconv.Atoi} reads them. */
    WHOLE_NUMBER("whole-number", "a whole number"),
    /** A whole number that is not negative: the range is looked at behind the cast. */
    NATURAL("natural-number", "a whole number that is not negative"),
    /** A whole number, spelled as a float may be: the cast makes a float of it, the schema wants it whole. */
    PERCENTAGE("percentage", "a whole number between 0 and 100"),
    /** A whole number in the kernel's range. */
    OOM_SCORE("oom-score", "a whole number between -1000 and 1000"),
    /** What Go's {@code strconv.ParseFloat} reads. */
    NUMBER("number", "a number"),
    /** Numbers with units, such as {@code 1m30s}; days and weeks since compose took to go-str2duration. */
    DURATION("duration", "a duration such as 30s"),
    /** A restart policy: what stands before the colon is looked at, as compose does. */
    RESTART_POLICY("restart-policy", "one of no, always, on-failure, on-failure:N, unless-stopped"),
    /** A pull policy: the specification's pattern has no anchors, so a text that holds one of the words passes. */
    PULL_POLICY(
            "pull-policy", "one of always, never, missing, build, daily, weekly, every_N followed by w, d, h, m or s");

    /** UTF-16 units of a number that is looked at: none that is in a range has more. */
    private static final int MAX_LENGTH = 40;

    private final String id;
    private final String description;

    TextFormat(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /** The format of a name in the schema. */
    static TextFormat of(String id) {
        for (TextFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no format: " + id);
    }

    /** Its name in the schema. */
    String id() {
        return id;
    }

    /** What messages say a value must be. */
    String description() {
        return description;
    }

    /** The words that it takes, for who misspelt one; none where it takes numbers. */
    List<String> words() {
        return switch (this) {
            case RESTART_POLICY -> List.of("no", "always", "on-failure", "unless-stopped");
            case PULL_POLICY -> List.of("always", "never", "missing", "build", "daily", "weekly");
            case FLAG -> List.of("true", "false");
            default -> List.of();
        };
    }

    /** Whether Compose makes a whole number of such a text. */
    boolean isWholeNumber() {
        return this == WHOLE_NUMBER || this == NATURAL || this == PERCENTAGE || this == OOM_SCORE;
    }

    /** Whether a text has this format. */
    boolean matches(String text) {
        if (this == FLAG) {
            return isFlag(text);
        }
        if (this == DURATION) {
            return isDuration(text);
        }
        if (this == WHOLE_NUMBER) {
            return isWhole(text);
        }
        if (this == NATURAL) {
            return isWhole(text) && isBetween(text, 0, Long.MAX_VALUE);
        }
        if (this == PERCENTAGE) {
            return isNumber(text) && isBetween(text, 0, 100) && Numbers.isWhole(text);
        }
        if (this == OOM_SCORE) {
            return isWhole(text) && isBetween(text, -1000, 1000);
        }
        if (this == NUMBER) {
            return isNumber(text);
        }
        return this == RESTART_POLICY ? isRestartPolicy(text) : isPullPolicy(text);
    }

    private static boolean isFlag(String text) {
        return text.equalsIgnoreCase("true")
                || text.equalsIgnoreCase("false")
                || !oldBoolean(text).isEmpty();
    }

    /** The boolean that YAML 1.1 takes a word for and YAML 1.2 does not: {@code true} for yes; empty for all else. */
    static String oldBoolean(String word) {
        // no switch over strings in any case: one that folds case needs a locale and a copy
        if (word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("on") || word.equalsIgnoreCase("y")) {
            return "true";
        }
        boolean no = word.equalsIgnoreCase("no") || word.equalsIgnoreCase("off") || word.equalsIgnoreCase("n");
        return no ? "false" : "";
    }

    private static boolean isWhole(String text) {
        int start = afterSign(text);
        return start < text.length() && afterDigits(text, start) == text.length();
    }

    private static boolean isBetween(String text, long minimum, long maximum) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        @Nullable BigDecimal value = Numbers.value(text);
        return value != null
                && value.compareTo(BigDecimal.valueOf(minimum)) >= 0
                && value.compareTo(BigDecimal.valueOf(maximum)) <= 0;
    }

    private static boolean isNumber(String text) {
        int start = afterSign(text);
        String rest = text.substring(start);
        if (rest.equalsIgnoreCase("inf") || rest.equalsIgnoreCase("infinity") || rest.equalsIgnoreCase("nan")) {
            return true;
        }
        if (rest.length() > 2 && rest.charAt(0) == '0' && (rest.charAt(1) == 'x' || rest.charAt(1) == 'X')) {
            // hexadecimal fractions: nobody writes them, so it is not worth telling the right ones from the wrong
            return true;
        }
        int at = afterDecimal(text, start);
        if (at < 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            int end = afterDigits(text, at);
            return end > at && end == text.length();
        }
        return at == text.length();
    }

    private static boolean isDuration(String text) {
        int at = afterSign(text);
        if (at + 1 == text.length() && text.charAt(at) == '0') {
            return true;
        }
        if (at == text.length()) {
            return false;
        }
        while (at < text.length()) {
            int unit = afterDecimal(text, at);
            int next = unit < 0 ? -1 : afterUnit(text, unit);
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static int afterUnit(String text, int at) {
        if (at == text.length()) {
            return -1;
        }
        char unit = text.charAt(at);
        boolean isFollowedByS = at + 1 < text.length() && text.charAt(at + 1) == 's';
        if ((unit == 'n' || unit == 'u' || unit == '\u00B5' || unit == '\u03BC' || unit == 'm') && isFollowedByS) {
            return at + 2;
        }
        return unit == 's' || unit == 'm' || unit == 'h' || unit == 'd' || unit == 'w' ? at + 1 : -1;
    }

    private static boolean isRestartPolicy(String text) {
        int colon = text.indexOf(':');
        // none and any are Swarm's words, which compose takes here too (docker/compose pkg/compose/create.go)
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "", "no", "none", "always", "any", "on-failure", "unless-stopped" -> true;
            default -> false;
        };
    }

    private static boolean isPullPolicy(String text) {
        int every = text.indexOf("every_");
        if (every >= 0) {
            int digits = every + "every_".length();
            int end = afterDigits(text, digits);
            return end > digits && end < text.length() && "wdhms".indexOf(text.charAt(end)) >= 0;
        }
        return text.contains("always")
                || text.contains("never")
                || text.contains("missing")
                || text.contains("if_not_present")
                || text.contains("build")
                || text.contains("refresh")
                || text.contains("daily")
                || text.contains("weekly");
    }

    private static int afterSign(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    }

    /** The index after digits with at most one point among them; -1 if there is no digit. */
    private static int afterDecimal(String text, int from) {
        int point = afterDigits(text, from);
        if (point == text.length() || text.charAt(point) != '.') {
            return point > from ? point : -1;
        }
        int end = afterDigits(text, point + 1);
        return end - from > 1 ? end : -1;
    }

    private static int afterDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
