package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mount options of a tmpfs between commas, as Compose's short {@code tmpfs:}, {@code --tmpfs} and a volume's {@code o}
 * have them.
 */
public final class TmpfsSyntax {
    /** Beyond these another octal digit would not fit in an int. */
    private static final int MAX_BITS = Integer.MAX_VALUE / 8;

    private static final String NOT_KERNEL = "not a size that the kernel takes";

    private TmpfsSyntax() {}

    /** The options of a text, in order; one that is empty stands for two commas in a row. */
    public static List<Located<TmpfsOption>> options(Text text, List<Location> through) {
        List<Located<TmpfsOption>> options = new ArrayList<>();
        String value = text.value();
        int from = 0;
        while (from <= value.length()) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? value.length() : comma;
            Text option = text.part(from, to);
            int equals = option.value().indexOf('=');
            String key = equals < 0 ? option.value() : option.value().substring(0, equals);
            Optional<String> setting =
                    equals < 0 ? Optional.empty() : Optional.of(option.value().substring(equals + 1));
            options.add(new Located<>(new TmpfsOption(key, setting, option.isKnown()), option.location(), through));
            from = to + 1;
        }
        return options;
    }

    /** Whether the last of {@code ro} and {@code rw} is {@code ro}: the engine lets the last one win. */
    public static boolean isReadOnly(List<Located<TmpfsOption>> options) {
        boolean readOnly = false;
        for (Located<TmpfsOption> option : options) {
            if (option.value().key().equals("ro")) {
                readOnly = true;
            } else if (option.value().key().equals("rw")) {
                readOnly = false;
            }
        }
        return readOnly;
    }

    /**
     * The size that the options give.
     *
     * @param variables names of the variables in the text that holds the options
     * @param anchor where a size would stand
     * @param open whether there may be options that are not seen
     */
    public static Field<TmpfsSize> size(
            List<Located<TmpfsOption>> options, List<String> variables, Location anchor, boolean open) {
        Located<TmpfsOption> option = last(options, "size");
        if (option == null) {
            // a number of pages bounds it as well; how large they are is the host's affair
            boolean bounded = last(options, "nr_blocks") != null;
            return missing(anchor, open || bounded || hasUnknown(options));
        }
        String written = option.value().value().orElse("");
        Value<TmpfsSize> size =
                value(option, variables, SizeGrammar.KERNEL.parse(written).orElse(null), NOT_KERNEL);
        return new Field.Present<>(option.at(), option.with(size));
    }

    /**
     * The mode that the options give.
     *
     * @param variables names of the variables in the text that holds the options
     * @param anchor where a mode would stand
     * @param open whether there may be options that are not seen
     */
    public static Field<FileMode> mode(
            List<Located<TmpfsOption>> options, List<String> variables, Location anchor, boolean open) {
        Located<TmpfsOption> option = last(options, "mode");
        if (option == null) {
            return missing(anchor, open || hasUnknown(options));
        }
        Value<FileMode> mode =
                value(option, variables, octal(option.value().value().orElse("")), "not an octal number");
        return new Field.Present<>(option.at(), option.with(mode));
    }

    /** A mode of octal digits without a prefix; null for anything else. */
    public static @Nullable FileMode octal(String digits) {
        if (digits.isEmpty()) {
            return null;
        }
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            // more than what 31 bits hold is no mode whatever follows
            if (digit < 0 || digit > 7 || bits > MAX_BITS) {
                return null;
            }
            bits = bits * 8 + digit;
        }
        return new FileMode(bits, FileMode.Notation.OCTAL);
    }

    /** The last {@code key=…} of the options, which is the one that counts. */
    private static @Nullable Located<TmpfsOption> last(List<Located<TmpfsOption>> options, String key) {
        for (int i = options.size() - 1; i >= 0; i--) {
            TmpfsOption option = options.get(i).value();
            if (option.key().equals(key) && option.value().isPresent()) {
                return options.get(i);
            }
        }
        return null;
    }

    private static boolean hasUnknown(List<Located<TmpfsOption>> options) {
        for (Located<TmpfsOption> option : options) {
            if (!option.value().known() && option.value().value().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static <T> Field<T> missing(Location anchor, boolean open) {
        return open ? new Field.Unknown<>(anchor) : new Field.Absent<>(anchor);
    }

    private static <T> Value<T> value(
            Located<TmpfsOption> option, List<String> variables, @Nullable T parsed, String reason) {
        String setting = option.value().value().orElse("");
        if (!option.value().known()) {
            return new Value.Interpolated<>(option.at().text(), variables, Optional.empty());
        }
        if (parsed == null) {
            String written = withReference(option.at());
            boolean hidden = written.indexOf('$') >= 0;
            return new Value.Invalid<>(hidden ? written.substring(written.indexOf('=') + 1) : setting, reason);
        }
        // a default stands behind the operator: its own place is the part of the reference, so the raw text differs
        boolean literal = option.at().text().equals(option.value().key() + "=" + setting);
        return literal
                ? new Value.Literal<>(parsed, setting)
                : new Value.Interpolated<>(setting, variables, Optional.of(parsed));
    }

    /** The text of a place, and the braces behind it that close references in it: a default's last sign stands before them. */
    private static String withReference(Location at) {
        String file = at.file().text();
        int open = 0;
        int end = at.span().start();
        while (end < at.span().end() || (open > 0 && end < file.length() && file.charAt(end) == '}')) {
            if (file.startsWith("${", end)) {
                open++;
            } else if (file.charAt(end) == '}') {
                open--;
            }
            end++;
        }
        return file.substring(at.span().start(), end);
    }
}
