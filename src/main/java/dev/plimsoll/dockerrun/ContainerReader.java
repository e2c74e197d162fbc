package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Build;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.HostConfig;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Logging;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.MemoryTuning;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.Relations;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.Value;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One {@code run} or {@code create} to one container of the model. */
final class ContainerReader {
    private static final String SHELL_FORM = "CMD-SHELL";

    private final DockerCommand command;
    private final CreatedVolumes volumes;
    private final ChangeWriters writers;
    private final List<String> directories;
    private final Location anchor;

    ContainerReader(DockerCommand command, CreatedVolumes volumes, ChangeWriters writers, List<String> directories) {
        this.command = command;
        this.volumes = volumes;
        this.writers = writers;
        this.directories = directories;
        this.anchor = command.anchor();
    }

    Container read() {
        return new Container(
                name(),
                command.podman() ? Container.Dialect.PODMAN : Container.Dialect.DOCKER,
                image(),
                new Field.Absent<Build>(anchor),
                BuiltImage.Source.NONE,
                arguments(),
                entrypoint(),
                environment(),
                command.last("env-file") != null || command.isOpen(),
                new MountReader(command, volumes).read(),
                List.of(),
                ports(),
                new MemoryLimits(size("memory"), swap(), size("memory-reservation"), shm(), tuning(), List.of()),
                host(),
                new Field.Absent<Integer>(anchor),
                healthCheck(),
                relations(),
                List.of(),
                false,
                directories,
                writers.container(command));
    }

    private Located<String> name() {
        Option name = command.last("name");
        if (name != null && !name.text().isEmpty()) {
            return Located.of(name.text().raw(), name.shown());
        }
        Word image = command.operand();
        return image == null
                ? Located.of(command.called(), command.verb().at())
                : Located.of(image.text().raw(), image.at());
    }

    private Field<ImageReference> image() {
        Word image = command.operand();
        if (image == null || image.text().isEmpty()) {
            return new Field.Unknown<>(anchor);
        }
        return present(
                image.at(), image.text(), ImageReference.parse(image.text().value()), "");
    }

    /** The words behind the image. Those that are not known say so themselves; the others still count. */
    private Field<CommandLine> arguments() {
        List<Word> words = command.arguments();
        if (words.isEmpty()) {
            return command.operand() == null ? new Field.Unknown<>(anchor) : new Field.Absent<>(anchor);
        }
        List<Text> texts = new ArrayList<>(words.size());
        for (Word word : words) {
            texts.add(word.text());
        }
        Location first = words.get(0).at();
        Location last = words.get(words.size() - 1).at();
        Location all = first.file() == last.file()
                        && last.span().end() >= first.span().start()
                ? new Location(
                        first.file(), new Span(first.span().start(), last.span().end()))
                : first;
        CommandLine line = new CommandLine(texts, Quoting.SH.script(texts));
        return new Field.Present<>(first, Located.of(new Value.Literal<>(line, all.text()), all));
    }

    private Field<CommandLine> entrypoint() {
        Option option = command.last("entrypoint");
        if (option == null) {
            return missing();
        }
        // an empty one takes the image's own away
        List<Text> words = option.text().isEmpty() ? List.of() : List.of(option.text());
        return new Field.Present<>(
                option.word().at(),
                Located.of(
                        new Value.Literal<>(
                                new CommandLine(words), option.text().raw()),
                        option.shown()));
    }

    private Map<String, Located<Value<String>>> environment() {
        Map<String, Located<Value<String>>> found = new LinkedHashMap<>();
        for (Option option : command.all("env")) {
            Text text = option.text();
            int equals = text.value().indexOf('=');
            Text name = text.part(0, equals < 0 ? text.length() : equals);
            if (!name.isKnown() || name.isEmpty()) {
                continue;
            }
            if (equals < 0) {
                // taken from whoever runs the command
                found.put(name.value(), Located.of(Value.inherited(name.value()), option.shown()));
            } else {
                Text value = text.from(equals + 1);
                found.put(name.value(), Located.of(Value.string(value, List.of()), value.location()));
            }
        }
        return found;
    }

    private List<Located<Value<PortMapping>>> ports() {
        List<Located<Value<PortMapping>>> ports = new ArrayList<>(1);
        for (Option option : command.all("publish")) {
            Text text = option.text();
            PortMapping parsed = text.isKnown() ? PortFlag.read(text.value()) : null;
            ports.add(Located.of(value(text, parsed, "not a port mapping"), option.shown()));
        }
        return ports;
    }

    private Field<SwapLimit> swap() {
        Option option = command.last("memory-swap");
        if (option == null) {
            return missing();
        }
        Text text = option.text();
        if (text.value().equals("-1")) {
            return present(option, SwapLimit.UNLIMITED, "");
        }
        Optional<ByteSize> size = GoNumbers.size(text.value());
        if (text.isKnown() && size.isPresent() && size.get().bytes() == 0) {
            return new Field.Absent<>(option.shown());
        }
        return present(option, size.isPresent() ? SwapLimit.of(size.get()) : null, "not a size");
    }

    /** A size; zero counts as not there, as the engine has it. */
    private Field<ByteSize> size(String flag) {
        Option option = command.last(flag);
        if (option == null) {
            return missing();
        }
        Optional<ByteSize> size = GoNumbers.size(option.text().value());
        if (option.text().isKnown() && size.isPresent() && size.get().bytes() == 0) {
            return new Field.Absent<>(option.shown());
        }
        return present(option, size.orElse(null), "not a size");
    }

    /** {@code /dev/shm} is the container's own, unless {@code --ipc} takes another's or none. */
    private Field<ByteSize> shm() {
        Option ipc = command.last("ipc");
        String mode = ipc == null ? "" : ipc.text().value();
        boolean own = mode.isEmpty() || mode.equals("private") || mode.equals("shareable");
        return own ? size("shm-size") : new Field.Unknown<>(anchor);
    }

    private MemoryTuning tuning() {
        return new MemoryTuning(
                swappiness(), flag("oom-kill-disable"), number("oom-score-adj"), string("kernel-memory"));
    }

    /** -1 stands for nothing. */
    private Field<Integer> swappiness() {
        Option option = command.last("memory-swappiness");
        return option != null && option.text().value().equals("-1")
                ? new Field.Absent<>(option.shown())
                : number("memory-swappiness");
    }

    private HostConfig host() {
        return new HostConfig(
                string("user"),
                string("ipc"),
                flag("read-only"),
                string("restart"),
                missing(),
                isOn("detach") && !isOn("interactive") && !isOn("tty"),
                isOn("rm"),
                command.last("cpus") == null ? string("cpu-quota") : string("cpus"),
                string("pids-limit"),
                logging(),
                PrivilegeFlags.occurIn(command) ? PrivilegeFlags.read(command, this) : missing());
    }

    private boolean isOn(String flag) {
        Option option = command.last(flag);
        return option != null && option.isOn();
    }

    private Field<Logging> logging() {
        Option driver = command.last("log-driver");
        List<Option> options = command.all("log-opt");
        Option first = driver != null ? driver : options.isEmpty() ? null : options.get(0);
        if (first == null) {
            return missing();
        }
        Map<String, Located<Value<String>>> settings = new LinkedHashMap<>();
        for (Option option : options) {
            Text text = option.text();
            int equals = text.value().indexOf('=');
            if (equals > 0) {
                Text value = text.from(equals + 1);
                settings.put(
                        text.value().substring(0, equals),
                        Located.of(Value.string(value, List.of()), value.location()));
            }
        }
        Optional<Located<Value<String>>> name = driver == null
                ? Optional.empty()
                : Optional.of(Located.of(Value.string(driver.text(), List.of()), driver.shown()));
        return new Field.Present<>(
                first.word().at(),
                Located.of(
                        new Value.Literal<>(
                                new Logging(name, settings), first.text().raw()),
                        first.shown()));
    }

    private Field<HealthCheck> healthCheck() {
        Option none = command.last("no-healthcheck");
        if (none != null && none.isOn()) {
            return healthCheck(none, new HealthCheck(true, List.of()));
        }
        Option test = command.last("health-cmd");
        if (test == null || test.text().isEmpty()) {
            return tunesHealthCheck() ? new Field.Unknown<>(anchor) : missing();
        }
        Located<Value<String>> shell = Located.of(new Value.Literal<>(SHELL_FORM, SHELL_FORM), test.shown());
        Located<Value<String>> script = Located.of(Value.string(test.text(), List.of()), test.shown());
        return healthCheck(test, new HealthCheck(false, List.of(shell, script)));
    }

    /** Whether a flag is about a check that is not given here, so that the image may bring one. */
    private boolean tunesHealthCheck() {
        for (Option option : command.options()) {
            if (option.flag().name().startsWith("health-")) {
                return true;
            }
        }
        return false;
    }

    private static Field<HealthCheck> healthCheck(Option option, HealthCheck check) {
        return new Field.Present<>(
                option.word().at(),
                Located.of(new Value.Literal<>(check, option.text().raw()), option.shown()));
    }

    private Relations relations() {
        Field<String> network = missing();
        for (Option option : command.options()) {
            if (option.flag().grammar() == Grammar.NETWORK) {
                Text name = NetworkFlag.read(option.text()).name();
                network = present(option.word().at(), name, name.value(), "");
                break;
            }
        }
        return new Relations(
                List.of(),
                List.of(),
                network,
                string("name"),
                new Field.Absent<>(anchor),
                new Field.Absent<>(anchor),
                List.of());
    }

    /** The value of a flag as it is written. */
    Field<String> string(String flag) {
        Option option = command.last(flag);
        return option == null ? missing() : present(option, option.text().value(), "");
    }

    private Field<Integer> number(String flag) {
        Option option = command.last(flag);
        if (option == null) {
            return missing();
        }
        Optional<Long> number = GoNumbers.integer(option.text().value());
        boolean fits = number.isPresent() && number.get() == number.get().intValue();
        return present(option, fits ? number.get().intValue() : null, "not a whole number");
    }

    /** A flag that is on or off. */
    Field<Boolean> flag(String flag) {
        Option option = command.last(flag);
        if (option == null) {
            return missing();
        }
        if (option.value() == null) {
            return new Field.Present<>(
                    option.word().at(),
                    Located.of(
                            new Value.Literal<>(true, option.spelled()),
                            option.word().at()));
        }
        return present(option, Grammar.truth(option.text().value()), "not a boolean");
    }

    /** A flag that is not there. */
    <T> Field<T> missing() {
        return command.isOpen() ? new Field.Unknown<>(anchor) : new Field.Absent<>(anchor);
    }

    private static <T> Field<T> present(Option option, @Nullable T parsed, String reason) {
        return new Field.Present<>(
                option.word().at(), Located.of(value(option.text(), parsed, reason), option.shown()));
    }

    private static <T> Field<T> present(Location key, Text text, @Nullable T parsed, String reason) {
        return new Field.Present<>(key, Located.of(value(text, parsed, reason), text.location()));
    }

    private static <T> Value<T> value(Text text, @Nullable T parsed, String reason) {
        return Value.read(text, List.of(), parsed, reason);
    }
}
