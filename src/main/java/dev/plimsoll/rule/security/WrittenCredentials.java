package dev.plimsoll.rule.security;

import dev.plimsoll.credential.Credential;
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

/** The credentials that are written where a container is asked for: as variables, or in its command. */
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
     * @param name the variable or option
     * @param value where it is written
     * @param isDefault whether it is what holds when a variable is not set
     * @param credential what it is
     */
    record Written(String name, Located<Value<String>> value, boolean isDefault, Credential credential) {}

    /** A class, since a chain of lambdas takes ten milliseconds at its first use. */
    private static final Comparator<Written> BY_PLACE = new Comparator<>() {
        @Override
        public int compare(Written one, Written other) {
            int file = one.value
                    .at()
                    .file()
                    .path()
                    .compareTo(other.value.at().file().path());
            return file != 0
                    ? file
                    : Integer.compare(
                            one.value.at().span().start(),
                            other.value.at().span().start());
        }
    };

    /** Those of a kind, in order of place. */
    static List<Written> of(Container container, Credential.Kind kind) {
        List<Written> found = new ArrayList<>(0);
        for (Map.Entry<String, Located<Value<String>>> variable :
                container.environment().entrySet()) {
            if (isWritten(variable.getKey(), variable.getValue().at())) {
                add(variable.getKey(), variable.getValue(), kind, found);
            }
        }
        Optional<CommandLine> command = container.command().known();
        if (command.isPresent()) {
            List<Located<Value<String>>> words = command.get().arguments();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i).value().known().orElse("");
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                if (equals >= 0 && (OPTIONS.contains(name) || WITH_EQUALS.contains(name))) {
                    add(name, words.get(i).with(rest(words.get(i).value(), equals)), kind, found);
                } else if (equals < 0 && OPTIONS.contains(name) && i + 1 < words.size()) {
                    add(name, words.get(i + 1), kind, found);
                }
            }
        }
        found.sort(BY_PLACE);
        return found;
    }

    /** Whether a name stands before its value, not in a variable: what that holds is not for messages. */
    private static boolean isWritten(String name, Location value) {
        int from = Math.max(0, value.span().start() - name.length() - NEAR);
        return value.file().text().substring(from, value.span().end()).contains(name);
    }

    private static Value<String> rest(Value<String> word, int equals) {
        String known = word.known().orElse("");
        return word instanceof Value.Literal
                ? new Value.Literal<>(known.substring(equals + 1), word.raw())
                : new Value.Interpolated<>(word.raw(), List.of(), Optional.empty());
    }

    private static void add(String name, Located<Value<String>> value, Credential.Kind kind, List<Written> found) {
        boolean literal = value.value() instanceof Value.Literal;
        Optional<String> text = literal ? value.value().known() : standard(value.value());
        Optional<Credential> credential =
                text.isPresent() ? Credential.of(secretName(name), text.get()) : Optional.empty();
        if (credential.isPresent() && credential.get().kind() == kind) {
            found.add(new Written(name, value, !literal, credential.get()));
        }
    }

    /** A name by which {@link Credential} knows an option of the tables above for a secret's. */
    private static String secretName(String name) {
        return name.equals("--masterauth") ? "auth_key" : name;
    }

    /** The default of a value that is a reference and nothing else, {@code ${NAME:-default}}: it is written here, too. */
    private static Optional<String> standard(Value<String> value) {
        // what a variable was set to elsewhere is shown as the reference
        return value.known().isPresent() && value.known().get().equals(value.raw()) ? value.known() : Optional.empty();
    }
}
