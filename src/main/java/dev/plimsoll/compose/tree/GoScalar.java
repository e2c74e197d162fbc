package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.yaml.YamlScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How Compose writes a YAML number or boolean where it wants a string, as the value of a variable: {@code 0x1F} becomes
 * {@code 31}, {@code 1e3} becomes {@code 1000}. Source: Go's fmt.Sprint of what its YAML reader makes of it.
 */
public final class GoScalar {
    /** Decimal exponents from which Go writes a number with an exponent. */
    private static final int SMALLEST_EXPONENT = -4;

    private static final int LARGEST_EXPONENT = 6;

    private static final String MAX_UNSIGNED = "18446744073709551615";

    private GoScalar() {}

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The text that Go would print for a scalar. */
    public static String of(ScalarNode scalar) {
        YamlScalar written = scalar.written();
        String text = scalar.text().value();
        if (scalar.kind() == YamlScalar.Kind.BOOLEAN) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (scalar.kind() == YamlScalar.Kind.INTEGER) {
            OptionalLong number = written.integer();
            return number.isPresent() ? Long.toString(number.getAsLong()) : text;
        }
        return scalar.kind() == YamlScalar.Kind.FLOAT ? number(text) : text;
    }

    private static String number(String text) {
        String digits64 = text.replace("_", "");
        if (digits64.length() <= MAX_UNSIGNED.length()
                && isDigits(digits64)
                && digits64.charAt(0) != '0'
                && new BigInteger(digits64).bitLength() <= Long.SIZE) {
            // beyond a signed number of 64 bits, but not beyond an unsigned one; 08 is a float
            return digits64;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (word.endsWith(".inf")) {
            return word.startsWith("-") ? "-Inf" : "+Inf";
        }
        if (word.equals(".nan")) {
            return "NaN";
        }
        try {
            double value = Double.parseDouble(text.replace("_", ""));
            BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            int exponent = decimal.precision() - decimal.scale() - 1;
            if (value == 0) {
                return "0";
            }
            if (exponent >= SMALLEST_EXPONENT && exponent < LARGEST_EXPONENT) {
                return decimal.toPlainString();
            }
            String digits = decimal.unscaledValue().abs().toString();
            String sign = value < 0 ? "-" : "";
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            String power = Integer.toString(Math.abs(exponent));
            return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                    + (power.length() == 1 ? "0" + power : power);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
