package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlScalar;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Scalars to values of the model. */
public final class Values {
    private Values() {}

    /** A field that is not there. */
    public static <T> Field<T> missing(Location anchor, boolean partial) {
        return partial ? new Field.Unknown<>(anchor) : new Field.Absent<>(anchor);
    }

    /** A field that is there. */
    public static <T> Field<T> present(Entry entry, Value<T> value) {
        return new Field.Present<>(entry.key().location(), entry.value().located(value));
    }

    /** The scalar's text as a value. */
    public static Value<String> string(ScalarNode scalar) {
        return Value.string(scalar.text(), scalar.variables());
    }

    /**
     * A size of Docker's grammar, or a YAML integer, which counts bytes. A YAML float is not valid: Compose drops it
     * without a word (compose-go types/bytes.go).
     */
    public static Value<ByteSize> size(ScalarNode scalar) {
        YamlScalar written = scalar.written();
        if (written.kind() == YamlScalar.Kind.INTEGER) {
            OptionalLong bytes = written.integer();
            if (bytes.isEmpty()) {
                return new Value.Invalid<>(written.value(), "beyond 64 bits");
            }
            // no "?": to check what that gives, the verifier of JDK 25 loads both classes, and files seldom have the
            // first
            if (bytes.getAsLong() < 0) {
                return new Value.Invalid<>(written.value(), Value.Invalid.NEGATIVE);
            }
            return new Value.Literal<>(new ByteSize(bytes.getAsLong()), written.value());
        }
        if (written.kind() != YamlScalar.Kind.STRING) {
            return new Value.Invalid<>(written.value(), "not a size but " + written.description());
        }
        Text text = scalar.text();
        ByteSize parsed = SizeGrammar.docker(text.value()).orElse(null);
        if (parsed == null) {
            // memory-unit-unportable says that not every build takes it
            parsed = SizeGrammar.kubernetes(text.value()).orElse(null);
        }
        return Value.read(text, scalar.variables(), parsed, "not a size");
    }

    /**
     * The whole number that Compose makes of a scalar; empty for none, and for one beyond 64 bits. YAML reads
     * {@code 010} as 8; a text, quoted or from a variable, is decimal.
     */
    public static OptionalLong integer(ScalarNode scalar) {
        OptionalLong written = scalar.written().integer();
        if (written.isPresent()) {
            return written;
        }
        try {
            return OptionalLong.of(Long.parseLong(scalar.text().value()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A text field. */
    public static Field<String> stringField(MapNode map, String key, Missing missing, boolean partial) {
        Entry entry = map.entry(key);
        if (map.isReset(key) || entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial || map.isReset(key));
        }
        return present(entry, string(scalar));
    }

    /** A boolean field. */
    public static Field<Boolean> flagField(MapNode map, String key, Missing missing, boolean partial) {
        Entry entry = map.entry(key);
        if (map.isReset(key) || entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial || map.isReset(key));
        }
        return present(entry, flag(scalar));
    }

    /** A size field; zero counts as not there, as the engine has it. */
    public static Field<ByteSize> sizeField(MapNode map, String key, Missing missing, boolean partial) {
        Entry entry = map.entry(key);
        if (map.isReset(key)) {
            return missing.field(true);
        }
        if (entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial || (entry != null && !(entry.value() instanceof ScalarNode)));
        }
        Value<ByteSize> value = size(scalar);
        if (value.known().isPresent() && value.known().get().bytes() == 0) {
            return new Field.Absent<>(scalar.at());
        }
        return present(entry, value);
    }

    /** Whether a boolean field is known to be on; Compose takes the words of YAML 1.1 too. */
    public static boolean isTrue(@Nullable ScalarNode scalar) {
        String word = scalar == null ? null : scalar.known();
        return word != null && Boolean.TRUE.equals(flag(word));
    }

    /** A boolean in any of its spellings. */
    public static Value<Boolean> flag(ScalarNode scalar) {
        Text text = scalar.text();
        return Value.read(text, scalar.variables(), flag(text.value()), "not a boolean");
    }

    private static @Nullable Boolean flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on" -> true;
            case "false", "no", "n", "off" -> false;
            default -> null;
        };
    }

    /** A located part of a scalar. */
    public static <T> Located<T> part(ScalarNode scalar, Text part, T value) {
        return new Located<>(value, part.location(), scalar.through());
    }
}
