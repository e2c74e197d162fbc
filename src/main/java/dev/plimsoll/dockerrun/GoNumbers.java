package dev.plimsoll.dockerrun;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers and lengths of time as the docker client's language reads them. Source: Go strconv, time, math/big. */
public final class GoNumbers {
    /** Digits of an exponent that are looked at; beyond that the number is out of any range. */
    private static final int MAX_EXPONENT = 1000;

    private static final int MAX_LENGTH = 100;

    private GoNumbers() {}

    /** A whole number of 64 bits: {@code 10}, {@code 0x1f}, {@code 0o17}, {@code 017}, {@code 0b1}, {@code 1_000}. */
    static Optional<Long> integer(String text) {
        String digits = isSigned(text) ? text.substring(1) : text;
        Optional<String> plain = withoutUnderscores(digits);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String rest = plain.get();
        int radix = 10;
        if (rest.length() > 1 && rest.charAt(0) == '0') {
            switch (rest.charAt(1)) {
                case 'x', 'X' -> radix = 16;
                case 'o', 'O' -> radix = 8;
                case 'b', 'B' -> radix = 2;
                default -> {}
            }
            boolean prefixed = radix != 10;
            radix = prefixed ? radix : 8;
            rest = rest.substring(prefixed ? 2 : 1);
        }
        return parse(text.startsWith("-") ? "-" + rest : rest, radix);
    }

    /** A size with a unit, whose digits may have underscores between them; Compose does not take these. */
    public static Optional<ByteSize> size(String text) {
        Optional<String> plain = withoutUnderscores(text);
        return plain.isEmpty() ? Optional.empty() : SizeGrammar.docker(plain.get());
    }

    /** A whole number without a sign. */
    static Optional<Long> unsigned(String text) {
        return isSigned(text) ? Optional.empty() : integer(text);
    }

    /** A whole number in decimal digits. */
    static Optional<Long> decimal(String text) {
        return text.startsWith("+") ? parse(text.substring(1), 10) : parse(text, 10);
    }

    private static Optional<Long> parse(String digits, int radix) {
        String body = digits.startsWith("-") ? digits.substring(1) : digits;
        if (body.isEmpty() || body.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) > 127 || Character.digit(body.charAt(i), radix) < 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Long.parseLong(digits, radix));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Underscores stand between digits, or between a prefix and a digit. */
    private static Optional<String> withoutUnderscores(String text) {
        if (text.indexOf('_') < 0) {
            return Optional.of(text);
        }
        StringBuilder plain = new StringBuilder();
        boolean prefixed = text.length() > 1 && text.charAt(0) == '0';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_') {
                plain.append(c);
                continue;
            }
            boolean after = i > 0 && (isHex(text.charAt(i - 1)) || (prefixed && i == 2));
            boolean before = i + 1 < text.length() && isHex(text.charAt(i + 1));
            if (!after || !before) {
                return Optional.empty();
            }
        }
        return Optional.of(plain.toString());
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    /** What is wrong with a number of CPUs; null if nothing is. */
    static @Nullable String cpus(String text) {
        String notANumber = "is not a number of CPUs such as 1.5";
        int slash = text.indexOf('/');
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return notANumber;
        }
        if (slash >= 0) {
            Optional<Long> top = integer(text.substring(0, slash));
            Optional<Long> bottom = unsigned(text.substring(slash + 1));
            if (top.isEmpty() || bottom.isEmpty() || bottom.get() == 0) {
                return notANumber;
            }
            // in billionths it has to be whole
            return Math.floorMod(Math.floorMod(top.get(), bottom.get()) * 1_000_000_000L, bottom.get()) == 0
                    ? null
                    : "has more than nine decimals";
        }
        if (integer(text).isPresent() && !isDecimal(text)) {
            return null;
        }
        String unsigned = isSigned(text) ? text.substring(1) : text;
        Optional<String> plain = withoutUnderscores(unsigned);
        if (plain.isEmpty() || isSigned(unsigned) || !isDecimal(plain.get())) {
            return notANumber;
        }
        try {
            BigDecimal number = new BigDecimal(plain.get());
            if (number.scale() > MAX_EXPONENT || number.scale() < -MAX_EXPONENT) {
                return notANumber;
            }
            return number.signum() == 0 || number.stripTrailingZeros().scale() <= 9
                    ? null
                    : "has more than nine decimals";
        } catch (NumberFormatException | ArithmeticException e) {
            return notANumber;
        }
    }

    private static boolean isSigned(String text) {
        return text.startsWith("-") || text.startsWith("+");
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with a length of time; null if nothing is. */
    static @Nullable String duration(String text) {
        String rest = isSigned(text) ? text.substring(1) : text;
        if (rest.equals("0")) {
            return null;
        }
        String wrong = "is not a length of time such as 1m30s";
        if (rest.isEmpty()) {
            return wrong;
        }
        boolean positive = false;
        int i = 0;
        while (i < rest.length()) {
            int start = i;
            int digits = 0;
            int points = 0;
            while (i < rest.length() && (isDigit(rest.charAt(i)) || rest.charAt(i) == '.')) {
                positive |= rest.charAt(i) >= '1' && rest.charAt(i) <= '9';
                if (rest.charAt(i) == '.') {
                    points++;
                } else {
                    digits++;
                }
                i++;
            }
            if (i == start || digits == 0 || points > 1) {
                return wrong;
            }
            int unit = i;
            while (i < rest.length() && !isDigit(rest.charAt(i)) && rest.charAt(i) != '.') {
                i++;
            }
            if (!isUnit(rest.substring(unit, i))) {
                return wrong;
            }
        }
        return positive && text.startsWith("-") ? "is negative" : null;
    }

    private static boolean isUnit(String unit) {
        return switch (unit) {
            case "ns", "us", "µs", "μs", "ms", "s", "m", "h" -> true;
            default -> false;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
