package dev.plimsoll.knowledge;

import dev.plimsoll.model.ByteSize;
import java.util.Locale;
import java.util.Optional;

/**
 * The grammars in which programs are told amounts of memory. A bare {@code 512} is bytes to one program, mebibytes to
 * another and blocks of 8 kB to a third.
 */
public enum MemoryUnit {
    /** Whole bytes, or k, m, g, t in any case, binary. Source: manual of the java command, -Xmx. */
    JVM(false),
    /** Whole bytes, or k, m, g in any case, decimal, or kb, mb, gb, binary. Source: redis.conf; redis util.c, memtoull. */
    REDIS(false),
    /** Whole bytes, or k, m, g, t, p, e in any case, binary. Source: MySQL manual, Using Options to Set Program Variables. */
    MYSQL(false),
    /**
     * A number of blocks of 8 kB, or B, kB, MB, GB, TB, binary and in this case only. Source: PostgreSQL manual, Setting
     * Parameters; its shared_buffers.
     */
    POSTGRES(true),
    /** Bytes, or k, m, g, t with an optional b or ib, in any case, all of them binary, also with a fraction. */
    BINARY(true),
    /** A whole number of mebibytes. */
    MEBIBYTES(false),
    /** A number of gibibytes, also with a fraction. */
    GIBIBYTES(true);

    /** Digits that a number may have: more are no amount of memory. */
    private static final int MAX_DIGITS = 18;

    private final String label = name().toLowerCase(Locale.ROOT);

    private final boolean fraction;

    // not a class for each constant: a run would load them all
    MemoryUnit(boolean fraction) {
        this.fraction = fraction;
    }

    /** Bytes in a unit, -1 for what is no unit. */
    private double factor(String suffix) {
        if (suffix.isEmpty()) {
            return switch (this) {
                case JVM, REDIS, MYSQL, BINARY -> 1;
                case POSTGRES -> 8.0 * ByteSize.KIB;
                case MEBIBYTES -> ByteSize.MIB;
                case GIBIBYTES -> ByteSize.GIB;
            };
        }
        return switch (this) {
            case JVM -> binary(suffix, "kmgt");
            case MYSQL -> binary(suffix, "kmgtpe");
            case REDIS -> redis(suffix.toLowerCase(Locale.ROOT));
            case POSTGRES -> postgres(suffix.strip());
            case BINARY -> anyBinary(suffix.toLowerCase(Locale.ROOT));
            case MEBIBYTES, GIBIBYTES -> -1;
        };
    }

    private static double redis(String unit) {
        if (unit.equals("b")) {
            return 1;
        }
        if (unit.length() == 1) {
            int power = "kmg".indexOf(unit);
            return power < 0 ? -1 : Math.pow(1000, power + 1.0);
        }
        return unit.length() == 2 && unit.charAt(1) == 'b' ? binary(unit.substring(0, 1), "kmg") : -1;
    }

    private static double postgres(String unit) {
        return switch (unit) {
            case "B" -> 1;
            case "kB" -> ByteSize.KIB;
            case "MB" -> ByteSize.MIB;
            case "GB" -> ByteSize.GIB;
            case "TB" -> 1024.0 * ByteSize.GIB;
            default -> -1;
        };
    }

    private static double anyBinary(String unit) {
        if (unit.equals("b")) {
            return 1;
        }
        String rest = unit.substring(1);
        return rest.isEmpty() || rest.equals("b") || rest.equals("ib") ? binary(unit.substring(0, 1), "kmgt") : -1;
    }

    /** Bytes in one of some units, each 1024 times the one before it, the first a kibibyte; -1 for another text. */
    private static double binary(String unit, String units) {
        int power = unit.length() == 1 ? units.indexOf(Character.toLowerCase(unit.charAt(0))) : -1;
        return power < 0 ? -1 : Math.pow(1024, power + 1.0);
    }

    /** The word in the image knowledge. */
    public String label() {
        return label;
    }

    /** The unit of a word. */
    public static Optional<MemoryUnit> of(String label) {
        for (MemoryUnit unit : values()) {
            if (unit.label.equals(label)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The bytes that a text stands for; empty if the program would not take it, or takes it as "no amount": zero. */
    public Optional<ByteSize> parse(String text) {
        int end = 0;
        int points = 0;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            points += text.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        double factor = factor(text.substring(end));
        if (factor < 0 || end - points == 0 || end > MAX_DIGITS || points > (fraction ? 1 : 0)) {
            return Optional.empty();
        }
        double bytes = Double.parseDouble(text.substring(0, end)) * factor;
        return bytes < 1 || bytes >= Long.MAX_VALUE ? Optional.empty() : Optional.of(new ByteSize((long) bytes));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
