package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.Handle;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.TmpfsSyntax;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The three ways to ask for a tmpfs in a Compose file. */
final class TmpfsReader {
    private TmpfsReader() {}

    /** {@code tmpfs: PATH[:OPTIONS]}, cut at the first colon. */
    static TmpfsMount fromShort(ScalarNode scalar) {
        Text text = scalar.text();
        int colon = text.value().indexOf(':');
        Text path = colon < 0 ? text : text.part(0, colon);
        List<Located<TmpfsOption>> options =
                colon < 0 ? List.of() : TmpfsSyntax.options(text.from(colon + 1), scalar.through());
        // an unknown part of the path may bring a colon and options of its own
        boolean open = !path.isKnown();
        return new TmpfsMount(
                TmpfsMount.Declaration.SHORT,
                scalar.located(
                        text.isContiguous() ? text.value() : text.location().text()),
                Values.part(scalar, path, Value.string(path, scalar.variables())),
                TmpfsSyntax.size(options, scalar.variables(), scalar.at(), open),
                TmpfsSyntax.mode(options, scalar.variables(), scalar.at(), open),
                options,
                TmpfsSyntax.isReadOnly(options),
                List.of(),
                Optional.empty(),
                scalar);
    }

    /** A named volume of the local driver whose options make it a tmpfs, mounted at a target. */
    static TmpfsMount fromVolume(
            NamedVolume volume,
            Entry driverOpts,
            Located<String> declared,
            Located<Value<String>> target,
            Handle handle) {
        MapNode opts = (MapNode) driverOpts.value();
        ScalarNode o = opts.scalar("o");
        // a size of the driver's is meant for the tmpfs, and is told where the driver's options are looked at
        boolean misplaced = opts.entry("size") != null;
        if (o == null) {
            Location anchor = driverOpts.key().location();
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
                    Optional.of(volume),
                    handle);
        }
        List<Located<TmpfsOption>> options = TmpfsSyntax.options(o.text(), o.through());
        return new TmpfsMount(
                TmpfsMount.Declaration.VOLUME,
                declared,
                target,
                TmpfsSyntax.size(options, o.variables(), o.at(), misplaced),
                TmpfsSyntax.mode(options, o.variables(), o.at(), false),
                options,
                TmpfsSyntax.isReadOnly(options),
                List.of(),
                Optional.of(volume),
                handle);
    }

    /** {@code volumes:} entry with {@code type: tmpfs}. */
    static TmpfsMount fromLong(MapNode mount, Located<Value<String>> target) {
        MapNode tmpfs = mount.map("tmpfs");
        Location anchor = mount.at();
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
                Optional.empty(),
                mount);
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
        FileMode digits = TmpfsSyntax.octal(prefixed ? text.substring(2) : text);
        FileMode mode = digits == null ? null : new FileMode(digits.bits(), FileMode.Notation.QUOTED);
        return Value.read(scalar.text(), scalar.variables(), mode, "not a number");
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
}
