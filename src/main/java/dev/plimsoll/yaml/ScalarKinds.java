package dev.plimsoll.yaml;

import dev.plimsoll.yaml.YamlScalar.Kind;
import java.util.OptionalLong;

/**
 * Resolution of plain scalars as gopkg.in/yaml.v3 does it (Docker Compose's reader): YAML 1.2 core plus the octal numbers
 * and digit separators of 1.1. {@code yes}, {@code on} and their like stay strings; fields that want a boolean cast them.
 */
final class ScalarKinds {
    private ScalarKinds() {}

    static Kind of(String value) {
        if (value.isEmpty()) {
            return Kind.NULL;
        }
        return switch (value) {
            case "~", "null", "Null", "NULL" -> Kind.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> Kind.FLOAT;
            case ".nan", ".NaN", ".NAN" -> Kind.FLOAT;
            default -> ofNumber(value);
        };
    }

    private static Kind ofNumber(String value) {
        char first = value.charAt(0);
        if (first != '+' && first != '-' && first != '.' && !isDigit(first)) {
            return Kind.STRING;
        }
        if (integer(value).isPresent()) {
            return Kind.INTEGER;
        }
        boolean number = isFloat(value) && !Double.isInfinite(Double.parseDouble(value.replace("_", "")));
        return number ? Kind.FLOAT : Kind.STRING;
    }

    /** The number that an integer scalar stands for; empty for one that is none or does not fit 64 bits. */
    static OptionalLong integer(String value) {
        String digits = value.replace("_", "");
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        int radix = 10;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.startsWith("0o") || digits.startsWith("0O")) {
            radix = 8;
            digits = digits.substring(2);
        } else if (digits.startsWith("0b") || digits.startsWith("0B")) {
            radix = 2;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.charAt(0) == '0') {
            if (!allOctal(digits)) {
                // 08 is no octal number, and so a float
                return OptionalLong.empty();
            }
            radix = 8;
            digits = digits.substring(1);
        }
        if (digits.isEmpty() || !isDigitOf(digits.charAt(0), radix)) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigitOf(digits.charAt(i), radix)) {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong((negative ? "-" : "") + digits, radix));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean allOctal(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '7') {
                return false;
            }
        }
        return true;
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}, written out because a pattern costs start-up time. */
    private static boolean isFloat(String value) {
        String text = value.replace("_", "");
        int i = 0;
        int end = text.length();
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int whole = digitsFrom(text, i);
        i += whole;
        int fraction = 0;
        if (i < end && text.charAt(i) == '.') {
            i++;
            fraction = digitsFrom(text, i);
            i += fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
                i++;
            }
            int exponent = digitsFrom(text, i);
            if (exponent == 0) {
                return false;
            }
            i += exponent;
        }
        return i == end;
    }

    private static int digitsFrom(String text, int index) {
        int i = index;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i - index;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigitOf(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }
}
