package dev.plimsoll.dockerfile;

import dev.plimsoll.dockerfile.Expansion.Expanded;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code --mount=} of {@code RUN}: options between commas, keys in any case, the last of a kind counts. Source: buildkit
 * frontend/dockerfile/instructions/commands_runmount.go, dockerfile2llb/convert_runmount.go.
 */
final class MountReader {
    private final Expansion expansion;
    private final Scope scope;
    private final Field<ContainerPath> workdir;

    MountReader(Expansion expansion, Scope scope, Field<ContainerPath> workdir) {
        this.expansion = expansion;
        this.scope = scope;
        this.workdir = workdir;
    }

    /** The tmpfs that a flag asks for; null if it asks for another kind of mount, or for a kind that is not known. */
    @Nullable
    RunTmpfs tmpfs(Line.Flag flag) {
        List<Located<TmpfsOption>> options = new ArrayList<>();
        Expanded type = null;
        Located<Expanded> target = null;
        Located<Expanded> size = null;
        for (Text option : split(flag.value())) {
            int equals = option.value().indexOf('=');
            String key = (equals < 0 ? option.value() : option.value().substring(0, equals)).toLowerCase(Locale.ROOT);
            Location at = option.location();
            if (equals < 0) {
                options.add(Located.of(new TmpfsOption(key, Optional.empty(), option.isKnown()), at));
                continue;
            }
            Expanded value = expansion.apply(option.from(equals + 1), scope);
            Text text = value.text();
            options.add(Located.of(new TmpfsOption(key, Optional.of(text.value()), text.isKnown()), at));
            switch (key) {
                case "type" -> type = value;
                case "target", "dst", "destination" -> target = Located.of(value, at);
                case "size" -> size = Located.of(value, at);
                default -> {}
            }
        }
        if (type == null || !type.text().value().equalsIgnoreCase("tmpfs")) {
            return null;
        }
        return new RunTmpfs(flag.at(), target(flag, target), path(target), size(flag, size), options);
    }

    private static Field<String> target(Line.Flag flag, @Nullable Located<Expanded> target) {
        return target == null
                ? new Field.Absent<>(flag.at())
                : new Field.Present<>(target.at(), target.value().located());
    }

    private Optional<ContainerPath> path(@Nullable Located<Expanded> target) {
        if (target == null) {
            return workdir.known();
        }
        return target.value().text().isKnown()
                ? Paths.join(workdir, target.value().text().value())
                : Optional.empty();
    }

    private static Field<TmpfsSize> size(Line.Flag flag, @Nullable Located<Expanded> size) {
        if (size == null) {
            return new Field.Absent<>(flag.at());
        }
        Expanded written = size.value();
        Optional<TmpfsSize> parsed = SizeGrammar.DOCKER.parse(written.text().value());
        if (parsed.isPresent()
                && parsed.get() instanceof TmpfsSize.Bytes bytes
                && bytes.size().bytes() == 0) {
            // zero is what BuildKit takes for no size
            return new Field.Absent<>(size.at());
        }
        return new Field.Present<>(
                size.at(),
                Located.of(
                        written.of(parsed.orElse(null), "not a size"),
                        written.source().location()));
    }

    /** What stands between commas. An option in double quotes, which only escaped ones can be here, may hold commas. */
    static List<Text> split(Text value) {
        List<Text> options = new ArrayList<>();
        String joined = value.value();
        int from = 0;
        while (from <= joined.length()) {
            boolean quoted = joined.startsWith("\"", from);
            int search = quoted ? joined.indexOf('"', from + 1) : from;
            int comma = joined.indexOf(',', search < 0 ? joined.length() : search);
            int to = comma < 0 ? joined.length() : comma;
            boolean closed = quoted && search == to - 1;
            options.add(closed ? value.part(from + 1, to - 1) : value.part(from, to));
            from = to + 1;
        }
        return options;
    }
}
