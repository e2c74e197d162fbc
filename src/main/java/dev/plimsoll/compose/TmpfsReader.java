package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.Entry;
import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ScalarNode;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three ways to ask for a tmpfs in a Compose file. */
final class TmpfsReader {
    /** Beyond these another octal digit would not fit in an int. */
    private static final int MAX_BITS = Integer.MAX_VALUE / 8;

    private static final String NOT_KERNEL = "not a size that the kernel takes";

    private TmpfsReader() {}

    /** {@code tmpfs: PATH[:OPTIONS]}, cut at the first colon. */
    static TmpfsMount fromShort(ScalarNode scalar) {
        Text text = scalar.text();
        int colon = text.value().indexOf(':');
        Text path = colon < 0 ? text : text.part(0, colon);
        List<Located<TmpfsOption>> options = colon < 0 ? List.of() : options(scalar, text.from(colon + 1));
        // an unknown part of the path may bring a colon and options of its own
        boolean open = !path.isKnown();
        return new TmpfsMount(
                TmpfsMount.Declaration.SHORT,
                scalar.located(text.location().text()),
                Values.part(scalar, path, Values.string(path, scalar.variables())),
                size(scalar, options, scalar.shown(), open),
                mode(scalar, options, scalar.shown(), open),
                options,
                isReadOnly(options),
                List.of(),
                Optional.empty());
    }

    /** A named volume of the local driver whose options make it a tmpfs, mounted at a target. */
    static TmpfsMount fromVolume(
            NamedVolume volume, Entry driverOpts, Located<String> declared, Located<Value<String>> target) {
        MapNode opts = (MapNode) driverOpts.value();
        ScalarNode o = opts.scalar("o");
        // a size of the driver's is meant for the tmpfs, and is told where the driver's options are looked at
        boolean misplaced = opts.entry("size") != null;
        if (o == null) {
            Location anchor = driverOpts.shown();
            boolean open = misplaced || opts.entry("o") != null;
            return new TmpfsMount(
                    TmpfsMount.Declaration.VOLUME,
                    declared,
                    target,
                    Values.missing(anchor, open),
                    Values.missing(anchor, open),
                    List.of(),
                    false,
                    List.of(),
                    Optional.of(volume));
        }
        List<Located<TmpfsOption>> options = options(o, o.text());
        return new TmpfsMount(
                TmpfsMount.Declaration.VOLUME,
                declared,
                target,
                size(o, options, o.shown(), misplaced),
                mode(o, options, o.shown(), false),
                options,
                isReadOnly(options),
                List.of(),
                Optional.of(volume));
    }

    /** {@code volumes:} entry with {@code type: tmpfs}. */
    static TmpfsMount fromLong(MapNode mount, Located<Value<String>> target) {
        MapNode tmpfs = mount.map("tmpfs");
        Location anchor = mount.shown();
        boolean open = mount.entry("tmpfs") != null && tmpfs == null && mount.get("tmpfs") != null;
        Field<TmpfsSize> size = Values.missing(anchor, open);
        Field<FileMode> mode = Values.missing(anchor, open);
        if (tmpfs != null) {
            size = longSize(tmpfs, anchor);
            mode = longMode(tmpfs, anchor);
        }
        return new TmpfsMount(
                TmpfsMount.Declaration.LONG,
                mount.located(target.value().raw()),
                target,
                size,
                mode,
                List.of(),
                Values.isTrue(mount.scalar("read_only")),
                VolumeReader.foreignToTmpfs(mount),
                Optional.empty());
    }

    private static Field<TmpfsSize> longSize(MapNode tmpfs, Location anchor) {
        Entry entry = tmpfs.entry("size");
        if (entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return Values.missing(anchor, entry != null && !(entry.value() instanceof ScalarNode));
        }
        Value<ByteSize> size = Values.size(scalar);
        if (size.known().isPresent() && size.known().get().bytes() == 0) {
            // the engine leaves a zero out, so that the kernel's default holds
            return new Field.Absent<>(anchor);
        }
        return Values.present(entry, asTmpfsSize(size));
    }

    private static Value<TmpfsSize> asTmpfsSize(Value<ByteSize> size) {
        if (size instanceof Value.Literal<ByteSize> literal) {
            return new Value.Literal<>(new TmpfsSize.Bytes(literal.value()), literal.raw());
        }
        if (size instanceof Value.Interpolated<ByteSize> variable) {
            Optional<TmpfsSize> known = variable.known().isPresent()
                    ? Optional.of(new TmpfsSize.Bytes(variable.known().get()))
                    : Optional.empty();
            return new Value.Interpolated<>(variable.raw(), variable.variables(), known);
        }
        Value.Invalid<ByteSize> invalid = (Value.Invalid<ByteSize>) size;
        return new Value.Invalid<>(invalid.raw(), invalid.reason());
    }

    private static Field<FileMode> longMode(MapNode tmpfs, Location anchor) {
        Entry entry = tmpfs.entry("mode");
        if (entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return Values.missing(anchor, entry != null && !(entry.value() instanceof ScalarNode));
        }
        YamlScalar written = scalar.written();
        if (scalar.kind() == YamlScalar.Kind.STRING) {
            return Values.present(entry, quoted(scalar));
        }
        long bits = written.integer().orElse(wholeFloat(written));
        if (bits < 0 || bits > Integer.MAX_VALUE) {
            return Values.present(entry, new Value.Invalid<>(written.raw(), "not a whole number"));
        }
        char first = written.value().charAt(0);
        boolean decimal = written.kind() == YamlScalar.Kind.FLOAT || (first >= '1' && first <= '9');
        FileMode mode = new FileMode((int) bits, decimal ? FileMode.Notation.DECIMAL : FileMode.Notation.OCTAL);
        return Values.present(entry, new Value.Literal<>(mode, written.value()));
    }

    /** Compose makes no number of a string, one that variables give included. Source: compose-go loader/mapstructure.go. */
    private static Value<FileMode> quoted(ScalarNode scalar) {
        String text = scalar.text().value();
        boolean prefixed = text.startsWith("0o") || text.startsWith("0O");
        FileMode digits = octal(prefixed ? text.substring(2) : text);
        FileMode mode = digits == null ? null : new FileMode(digits.bits(), FileMode.Notation.QUOTED);
        return Values.of(scalar.text(), scalar.variables(), mode, "not a number");
    }

    /** {@code 0899} has digits that are not octal, and so is the float 899 to Docker. */
    private static long wholeFloat(YamlScalar written) {
        if (written.kind() != YamlScalar.Kind.FLOAT) {
            return -1;
        }
        try {
            double number = Double.parseDouble(written.value().replace("_", ""));
            return number == Math.rint(number) && number >= 0 && number <= Integer.MAX_VALUE ? (long) number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<Located<TmpfsOption>> options(ScalarNode scalar, Text text) {
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
            options.add(Values.part(scalar, option, new TmpfsOption(key, setting, option.isKnown())));
            from = to + 1;
        }
        return options;
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

    /** Whether the last of {@code ro} and {@code rw} is {@code ro}: the engine lets the last one win. */
    private static boolean isReadOnly(List<Located<TmpfsOption>> options) {
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

    private static boolean hasUnknown(List<Located<TmpfsOption>> options) {
        for (Located<TmpfsOption> option : options) {
            if (!option.value().known() && option.value().value().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Field<TmpfsSize> size(
            ScalarNode scalar, List<Located<TmpfsOption>> options, Location anchor, boolean open) {
        Located<TmpfsOption> option = last(options, "size");
        if (option == null) {
            // a number of pages bounds it as well; how large they are is the host's affair
            boolean bounded = last(options, "nr_blocks") != null;
            return Values.missing(anchor, open || bounded || hasUnknown(options));
        }
        String written = option.value().value().orElse("");
        Value<TmpfsSize> size =
                optionValue(scalar, option, SizeGrammar.KERNEL.parse(written).orElse(null), NOT_KERNEL);
        return new Field.Present<>(option.at(), option.with(size));
    }

    private static Field<FileMode> mode(
            ScalarNode scalar, List<Located<TmpfsOption>> options, Location anchor, boolean open) {
        Located<TmpfsOption> option = last(options, "mode");
        if (option == null) {
            return Values.missing(anchor, open || hasUnknown(options));
        }
        Value<FileMode> mode =
                optionValue(scalar, option, octal(option.value().value().orElse("")), "not an octal number");
        return new Field.Present<>(option.at(), option.with(mode));
    }

    private static @Nullable FileMode octal(String digits) {
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

    private static <T> Value<T> optionValue(
            ScalarNode scalar, Located<TmpfsOption> option, @Nullable T parsed, String reason) {
        String setting = option.value().value().orElse("");
        if (!option.value().known()) {
            return new Value.Interpolated<>(option.at().text(), scalar.variables(), Optional.empty());
        }
        if (parsed == null) {
            return new Value.Invalid<>(setting, reason);
        }
        // a default stands behind the operator: its own place is the part of the reference, so the raw text differs
        boolean literal = option.at().text().equals(option.value().key() + "=" + setting);
        return literal
                ? new Value.Literal<>(parsed, setting)
                : new Value.Interpolated<>(setting, scalar.variables(), Optional.of(parsed));
    }
}
