package dev.plimsoll.dockerfile;

import dev.plimsoll.dockerfile.Expansion.Expanded;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code ARG} and {@code ENV} of one stage into its variables. */
final class VariableReader {
    private final StageReader.Build build;
    private final Scope scope;

    VariableReader(StageReader.Build build, Scope scope) {
        this.build = build;
        this.scope = scope;
    }

    private Expanded expand(Text word) {
        return build.expansion().apply(word, scope);
    }

    /** Reads the words behind {@code ARG}; false if one of them is no argument. */
    boolean arguments(Text words) {
        boolean understood = true;
        for (Text word : Quoting.dockerfile(build.escape()).written(words)) {
            Argument argument = Argument.of(word);
            if (argument == null) {
                understood = false;
                continue;
            }
            String value = build.buildArgs().get(argument.name());
            if (value == null && argument.value() != null) {
                value = expand(argument.value()).text().value();
            } else if (value == null) {
                value = build.globals().value(argument.name());
            }
            if (value == null) {
                scope.declare(argument.name());
            } else {
                scope.argument(argument.name(), value);
            }
        }
        return understood;
    }

    /** Reads what stands behind {@code ENV}; false if that is not understood. */
    boolean environment(Text arguments) {
        List<Text> words = Quoting.dockerfile(build.escape()).written(arguments);
        if (words.get(0).value().indexOf('=') < 0) {
            return oldEnvironment(arguments);
        }
        List<Expanded> names = new ArrayList<>();
        List<Expanded> values = new ArrayList<>();
        for (Text word : words) {
            int equals = word.value().indexOf('=');
            if (equals <= 0) {
                return false;
            }
            // no variable of an instruction is seen by another of the same instruction
            names.add(expand(word.part(0, equals)));
            values.add(expand(word.from(equals + 1)));
        }
        boolean understood = true;
        for (int i = 0; i < names.size(); i++) {
            understood &= set(names.get(i), values.get(i));
        }
        return understood;
    }

    /** {@code ENV NAME value with blanks}. */
    private boolean oldEnvironment(Text arguments) {
        String value = arguments.value();
        int nameEnd = 0;
        while (nameEnd < value.length() && !Blanks.isSeparator(value.charAt(nameEnd))) {
            nameEnd++;
        }
        Text rest = Blanks.strip(arguments.from(nameEnd));
        return !rest.isEmpty() && set(expand(arguments.part(0, nameEnd)), expand(rest));
    }

    private boolean set(Expanded name, Expanded value) {
        if (!name.text().isKnown() || name.text().isEmpty()) {
            return false;
        }
        scope.environment(name.text().value(), value.text().value(), value.located());
        return true;
    }
}
