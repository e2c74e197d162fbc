package dev.plimsoll.dockerrun;

import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortSyntax;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of {@code --publish}: the short form, or fields {@code target=…,published=…,protocol=…}. */
final class PortFlag {
    private PortFlag() {}

    /** What is wrong with it; null if nothing is. */
    static @Nullable String problem(String value) {
        @Nullable String text = shortForm(value);
        if (text == null) {
            return "has a field that is not NAME=VALUE";
        }
        Optional<String> problem = PortSyntax.problem(text);
        return problem.isPresent() ? "is not a port mapping: " + problem.get() : null;
    }

    /** What it publishes; null if its ports are no numbers. */
    static @Nullable PortMapping read(String value) {
        @Nullable String text = shortForm(value);
        return text == null ? null : PortSyntax.read(text);
    }

    /** The short form of both; null for a field that has no name or no value. Fields of other names count nothing. */
    private static @Nullable String shortForm(String value) {
        if (value.indexOf('=') < 0) {
            return value;
        }
        String published = "";
        String target = "";
        String protocol = PortSyntax.TCP;
        for (String field : value.split(",", -1)) {
            int equals = field.indexOf('=');
            if (equals <= 0) {
                return null;
            }
            String setting = field.substring(equals + 1);
            switch (field.substring(0, equals)) {
                case "published" -> published = setting;
                case "target" -> target = setting;
                case "protocol" -> protocol = setting;
                default -> {}
            }
        }
        return published + ":" + target + "/" + protocol;
    }
}
