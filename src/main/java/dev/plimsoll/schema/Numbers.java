package dev.plimsoll.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as YAML writes them. Of any size: nothing here goes through a double or writes an exponent out. */
final class Numbers {
    private Numbers() {}

    /** The number; null for infinities, for what is no number, and beyond an exponent of two thousand million. */
    static @Nullable BigDecimal value(String text) {
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        try {
            int start = !digits.isEmpty() && (digits.charAt(0) == '-' || digits.charAt(0) == '+') ? 1 : 0;
            int radix = radix(digits, start);
            if (radix == 10) {
                return new BigDecimal(digits);
            }
            int skipped = Character.isLetter(digits.charAt(start + 1)) ? 2 : 1;
            BigInteger magnitude = new BigInteger(digits.substring(start + skipped), radix);
            return new BigDecimal(digits.charAt(0) == '-' ? magnitude.negate() : magnitude);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int radix(String digits, int start) {
        if (start + 1 >= digits.length() || digits.charAt(start) != '0') {
            return 10;
        }
        switch (digits.charAt(start + 1)) {
            case 'x', 'X' -> {
                return 16;
            }
            case 'o', 'O' -> {
                return 8;
            }
            case 'b', 'B' -> {
                return 2;
            }
            default -> {
                for (int i = start + 1; i < digits.length(); i++) {
                    if (digits.charAt(i) < '0' || digits.charAt(i) > '7') {
                        return 10;
                    }
                }
                return 8;
            }
        }
    }

    /** Whether a number has no fraction: {@code 2.0} and {@code 1e3} have none. */
    static boolean isWhole(String text) {
        @Nullable BigDecimal value = value(text);
        return value != null && isWhole(value);
    }

    static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
