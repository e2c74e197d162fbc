package dev.plimsoll.rule.security;

import dev.plimsoll.credential.Credential;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The credentials that are written where a container is asked for: as variables, build arguments, or in its command. */
final class WrittenCredentials {
    /** Options whose next word, or what follows their equals sign, is a secret. */
    private static final Set<String> OPTIONS =
            Set.of("--requirepass", "--masterauth", "--master-key", "--api-key", "--initial-password");

    /** Options whose secret follows an equals sign; without one MySQL's clients take the next word for a database. */
    private static final Set<String> WITH_EQUALS = Set.of("--password", "--token", "--secret");

    /** UTF-16 units between a name and its value in which it is looked for. */
    private static final int NEAR = 200;

    private WrittenCredentials() {}

    /**
     * A credential.
     *
     * @param name the variable, argument or option, or where else it is, as messages call it
     * @param isVariable whether it is the value of a variable or build argument
     * @param value where it is written
     * @param isDefault whether it is what holds when a variable is not set
     * @param credential what it is
     */
    record Written(
            String name, boolean isVariable, Located<Value<String>> value, boolean isDefault, Credential credential) {
        /** How it is taken from the environment of whoever starts the container. */
        String fromOutside() {
            return "${" + (isVariable ? name : "PASSWORD") + ":?}";
        }
    }

    /** A class, since a chain of lambdas takes ten milliseconds at its first use. */
    private static final Comparator<Written> BY_PLACE = new Comparator<>() {
        @Override
        public int compare(Written one, Written other) {
            return one.value.at().compareStart(other.value.at());
        }
    };

    /** Those of a kind, in order of place. */
    static List<Written> of(Container container, Credential.Kind kind) {
        List<Written> found = new ArrayList<>(0);
        settings(container.environment(), kind, found);
        Build build = container.build().orNull();
        if (build != null) {
            settings(build.args(), kind, found);
        }
        Optional<CommandLine> command = container.command().known();
        if (command.isPresent()) {
            words(command.get().arguments(), kind, found);
        }
        found.sort(BY_PLACE);
        return found;
    }

    private static void settings(
            Map<String, Located<Value<String>>> settings, Credential.Kind kind, List<Written> found) {
        for (Map.Entry<String, Located<Value<String>>> setting : settings.entrySet()) {
            Located<Value<String>> value = setting.getValue();
            Optional<String> text = text(value.value());
            if (text.isPresent() && isWritten(setting.getKey(), value.at())) {
                add(setting.getKey(), true, value, Credential.of(setting.getKey(), text.get()), kind, found);
            }
        }
    }

    private static void words(List<Located<Value<String>>> words, Credential.Kind kind, List<Written> found) {
        String asking = "";
        for (Located<Value<String>> word : words) {
            String known = text(word.value()).orElse("");
            int equals = known.indexOf('=');
            String option = equals < 0 ? known : known.substring(0, equals);
            boolean asks = OPTIONS.contains(option);
            if (!asking.isEmpty()) {
                add(asking, false, word, Credential.ofSecret(known), kind, found);
                asking = "";
            } else if (equals >= 0 && (asks || WITH_EQUALS.contains(option))) {
                add(option, false, word, Credential.ofSecret(known.substring(equals + 1)), kind, found);
            } else if (asks) {
                asking = option;
            } else {
                add("its command", false, word, Credential.in(known), kind, found);
            }
        }
    }

    /** Whether a name stands before its value, not in a variable: what that holds is not for messages. */
    private static boolean isWritten(String name, Location value) {
        int from = Math.max(0, value.span().start() - name.length() - NEAR);
        return value.file().text().substring(from, value.span().end()).contains(name);
    }

    private static void add(
            String name,
            boolean isVariable,
            Located<Value<String>> value,
            Optional<Credential> credential,
            Credential.Kind kind,
            List<Written> found) {
        if (credential.isPresent() && credential.get().kind() == kind) {
            boolean isDefault = !(value.value() instanceof Value.Literal);
            found.add(new Written(name, isVariable, value, isDefault, credential.get()));
        }
    }

    /** What is written of a value: all of it, or the default of one that is a reference, {@code ${NAME:-default}}. */
    private static Optional<String> text(Value<String> value) {
        // what a variable was set to elsewhere is shown as the reference
        boolean written =
                value instanceof Value.Literal || value.known().orElse("").equals(value.raw());
        return written ? value.known() : Optional.empty();
    }
}
