package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that sets a path, an amount of memory or a policy of the program in an image.
 *
 * @param isOption whether it is an option of the command; a variable otherwise
 * @param name the option or variable
 * @param suffix what the program adds to a path that it sets; mostly empty
 */
record ImageSetting(boolean isOption, String name, String suffix) {
    /** What this container sets; empty if it leaves the default. */
    Optional<Value<String>> value(Container container, StartCommand command) {
        return isOption ? command.option(name) : container.variable(name);
    }

    /** The path that this container sets; empty if that is not known, or not absolute. */
    Optional<ContainerPath> path(Container container, StartCommand command) {
        Optional<Value<String>> value = value(container, command);
        @Nullable String known = value.isPresent() ? value.get().known().orElse(null) : null;
        return known == null || isPattern(known) ? Optional.empty() : ContainerPath.of(known + suffix);
    }

    /** A path that this container sets, as messages show it: with the reference where a variable takes part. */
    String written(ContainerPath path, Container container, StartCommand command) {
        Value<String> value = value(container, command).orElse(null);
        return value == null || value.known().orElse("").equals(value.raw()) ? path.value() : value.raw() + suffix;
    }

    /** Whether it stands for several paths, or for one that only a shell finds. */
    private static boolean isPattern(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (",;&|$*{`".indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
