package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/**
 * A declaration at the top of a project.
 *
 * @param kind what it declares
 * @param key the name it is referred to by
 * @param external whether it is made elsewhere, if it says
 * @param settings the keys written below it, extensions left out
 * @param driver the driver as written, if one is
 * @param driverOptions options of the driver, in order of writing
 * @param writer turns changes into edits of what was written
 */
public record Resource(
        ResourceKind kind,
        Located<String> key,
        Optional<Value<Boolean>> external,
        List<Located<String>> settings,
        Optional<Located<Value<String>>> driver,
        List<DriverOption> driverOptions,
        ChangeWriter<Change.OfResource> writer) {
    /** Copies the lists. */
    public Resource {
        settings = List.copyOf(settings);
        driverOptions = List.copyOf(driverOptions);
    }

    /**
     * An option of a driver: {@code driver_opts}, {@code -o}.
     *
     * @param key its name, with its place
     * @param value its value
     */
    public record DriverOption(Located<String> key, Located<Value<String>> value) {}

    /** The value of a driver's option; empty if it is not written. */
    public Optional<Located<Value<String>>> driverOption(String option) {
        for (DriverOption written : driverOptions) {
            if (written.key().value().equals(option)) {
                return Optional.of(written.value());
            }
        }
        return Optional.empty();
    }

    /** Whether it is known to be made elsewhere. */
    public boolean isExternal() {
        return external.isPresent() && external.get().known().orElse(false);
    }

    /** Whether it is made elsewhere, or nobody knows because a variable decides. */
    public boolean mayBeExternal() {
        return external.isPresent() && external.get().known().orElse(true);
    }

    /** The name it is referred to by. */
    public String name() {
        return key.value();
    }

    /** Whether a key is written below it. */
    public boolean has(String setting) {
        for (Located<String> written : settings) {
            if (written.value().equals(setting)) {
                return true;
            }
        }
        return false;
    }
}
