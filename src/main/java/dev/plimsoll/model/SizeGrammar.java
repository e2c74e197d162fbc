package dev.plimsoll.model;

import java.util.Optional;

/**
 * The grammars of sizes. They differ, and which one holds depends on the place: {@code 64mb} is fine for
 * {@code mem_limit} and makes a container with {@code --tmpfs /x:size=64mb} fail at its start.
 */
public enum SizeGrammar {
    /**
     * Docker and Compose: {@code mem_limit}, {@code shm_size}, {@code tmpfs.size} of the long form, {@code -m},
     * {@code tmpfs-size}. A decimal number, optionally a space, then b, or k m g t p with optional b or ib, in any case;
     * fractions of a byte are cut off. Digits may be set apart by underscores, which Compose 2.26.1 still refused. Source:
     * docker/go-units size.go 0.5 (RAMInBytes), Go's strconv.ParseFloat.
     */
    DOCKER {
        @Override
        public Optional<TmpfsSize> parse(String text) {
            long bytes = dockerBytes(text);
            return bytes < 0 ? Optional.empty() : Optional.of(new TmpfsSize.Bytes(new ByteSize(bytes)));
        }
    },
    /**
     * The kernel: {@code size=} of {@code --tmpfs}, of Compose's short {@code tmpfs:} and of a volume's {@code o}. A whole
     * number (hexadecimal with 0x, octal with 0), then one of k m g t p e or nothing, or {@code %} of the host's memory.
     * Source: linux mm/shmem.c shmem_parse_one, lib/cmdline.c memparse.
     */
    KERNEL {
        @Override
        public Optional<TmpfsSize> parse(String text) {
            return kernelSize(text);
        }
    };

    private static final String UNITS = "kmgtpe";

    /** The size that a text stands for; empty if the grammar refuses it. */
    public abstract Optional<TmpfsSize> parse(String text);

    /** The number of bytes of a text in the grammar of {@link #DOCKER}; empty if it is refused. */
    public static Optional<ByteSize> docker(String text) {
        long bytes = dockerBytes(text);
        return bytes < 0 ? Optional.empty() : Optional.of(new ByteSize(bytes));
    }

    /**
     * The number of bytes of a text with a unit of Kubernetes ({@code 1Gi}); empty for any other text. go-units 0.5 refuses
     * it, and builds of Compose with an older one take it.
     */
    public static Optional<ByteSize> kubernetes(String text) {
        int last = text.length() - 1;
        boolean unit = last > 1 && (text.charAt(last) == 'i' || text.charAt(last) == 'I');
        return unit ? docker(text + "b") : Optional.empty();
    }

    /** Bytes, or -1 for what is refused. The number reaches to the last digit, point or space, as go-units cuts it. */
    private static long dockerBytes(String text) {
        int last = text.length() - 1;
        while (last >= 0 && !isDigit(text.charAt(last)) && text.charAt(last) != '.' && text.charAt(last) != ' ') {
            last--;
        }
        if (last < 0) {
            return -1;
        }
        String number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
        double unit = dockerUnit(text.substring(last + 1));
        if (unit < 0
                || number.isEmpty()
                || number.charAt(0) == '-'
                || Character.isWhitespace(number.charAt(0))
                || number.indexOf(' ') >= 0
                || !underscoresSetDigitsApart(number)) {
            return -1;
        }
        try {
            double parsed = Double.parseDouble(number.replace("_", ""));
            return Double.isInfinite(parsed) ? -1 : (long) Math.min(parsed * unit, (double) Long.MAX_VALUE);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean underscoresSetDigitsApart(String number) {
        int at = number.indexOf('_');
        while (at >= 0) {
            if (at == 0
                    || at + 1 == number.length()
                    || !isDigit(number.charAt(at - 1))
                    || !isDigit(number.charAt(at + 1))) {
                return false;
            }
            at = number.indexOf('_', at + 1);
        }
        return true;
    }

    /** Bytes in a unit, or -1 for what is no unit. */
    private static double dockerUnit(String suffix) {
        if (suffix.isEmpty() || suffix.equals("b") || suffix.equals("B")) {
            return 1;
        }
        int power = UNITS.indexOf(Character.toLowerCase(suffix.charAt(0)));
        if (power < 0 || power == UNITS.length() - 1) {
            return -1;
        }
        String rest = suffix.substring(1);
        boolean known = rest.isEmpty() || rest.equalsIgnoreCase("b") || rest.equalsIgnoreCase("ib");
        return known ? Math.pow(1024, power + 1.0) : -1;
    }

    private static Optional<TmpfsSize> kernelSize(String text) {
        int radix = radix(text);
        int from = radix == 16 ? 2 : 0;
        int at = from;
        long number = 0;
        boolean tooLarge = false;
        while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0 && text.charAt(at) < 128) {
            int digit = Character.digit(text.charAt(at), radix);
            tooLarge |= number > (Long.MAX_VALUE - digit) / radix;
            number = tooLarge ? Long.MAX_VALUE : number * radix + digit;
            at++;
        }
        if (at == from) {
            return Optional.empty();
        }
        if (text.startsWith("%", at)) {
            if (at + 1 != text.length()) {
                return Optional.empty();
            }
            return Optional.of(number == 0 ? TmpfsSize.UNLIMITED : new TmpfsSize.HostPercent(number));
        }
        if (at < text.length()) {
            int power = UNITS.indexOf(Character.toLowerCase(text.charAt(at)));
            if (power < 0 || at + 1 != text.length()) {
                return Optional.empty();
            }
            int shift = 10 * (power + 1);
            number = number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
        }
        return Optional.of(number == 0 ? TmpfsSize.UNLIMITED : new TmpfsSize.Bytes(new ByteSize(number)));
    }

    private static int radix(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return 16;
        }
        return text.length() > 1 && text.charAt(0) == '0' && isDigit(text.charAt(1)) ? 8 : 10;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
