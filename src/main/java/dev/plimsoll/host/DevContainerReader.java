package dev.plimsoll.host;

import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code devcontainer.json} as the {@code docker run} that it stands for. JSON with comments is read as YAML, once the
 * comments are blanked out. Words that are written nowhere stand at the opening brace. Source: the Development Container
 * Specification, devcontainer.json reference.
 */
final class DevContainerReader {
    private final SourceFile file;
    private final List<Word> words = new ArrayList<>();
    private Location opening;

    private DevContainerReader(SourceFile file) {
        this.file = file;
        this.opening = new Location(file, Span.at(0));
    }

    /** The command; none for a file that is not JSON, or that leaves its containers to Compose. */
    static List<ShellCommand> read(SourceFile file) {
        Location whole = new Location(file, new Span(0, file.text().length()));
        try {
            List<YamlNode> roots = YamlParser.parse(whole, JsonComments.asYaml(file.text()));
            return roots.size() == 1 && roots.get(0) instanceof YamlMapping root
                    ? new DevContainerReader(file).commands(root, whole)
                    : List.of();
        } catch (YamlSyntaxException e) {
            return List.of();
        }
    }

    private List<ShellCommand> commands(YamlMapping root, Location whole) {
        YamlNode image = get(root, "image");
        if (get(root, "dockerComposeFile") != null || (image == null && get(root, "build") == null)) {
            return List.of();
        }
        int start = root.location().span().start();
        opening = new Location(file, new Span(start, start + 1));
        words.add(made("docker", opening));
        words.add(made("run", opening));
        for (YamlMapping.Entry entry : root.entries()) {
            property(text(entry.key()), entry.value());
        }
        for (YamlNode argument : items(get(root, "runArgs"))) {
            if (argument instanceof YamlScalar scalar) {
                words.add(new Word(withoutVariables(scalar.text()), scalar.location(), Quote.DOUBLE));
            }
        }
        words.add(
                image instanceof YamlScalar scalar
                        ? new Word(withoutVariables(scalar.text()), scalar.location(), Quote.DOUBLE)
                        : new Word(nothing(opening), opening, Quote.NONE));
        // what the image would run is replaced by a wait, unless overrideCommand is false
        if (!text(get(root, "overrideCommand")).equals("false")) {
            words.add(made("sleep", opening));
            words.add(made("infinity", opening));
        }
        return List.of(new ShellCommand(words, List.of(), Continuation.JSON, whole));
    }

    private void property(String name, YamlNode value) {
        switch (name) {
            case "privileged", "init" -> {
                if (text(value).equals("true")) {
                    words.add(made("--" + name, value.location()));
                }
            }
            case "capAdd" -> options("--cap-add", items(value));
            case "securityOpt" -> options("--security-opt", items(value));
            case "mounts" -> options("--mount", items(value));
            case "workspaceMount" -> options("--mount", List.of(value));
            case "containerEnv" -> {
                if (value instanceof YamlMapping variables) {
                    for (YamlMapping.Entry variable : variables.entries()) {
                        pair(variable);
                    }
                }
            }
            default -> {
                // it does not say how the container is made
            }
        }
    }

    private void options(String flag, List<YamlNode> values) {
        for (YamlNode value : values) {
            if (value instanceof YamlScalar scalar) {
                words.add(made(flag, scalar.location()));
                words.add(new Word(withoutVariables(scalar.text()), scalar.location(), Quote.DOUBLE));
            } else if (value instanceof YamlMapping fields) {
                words.add(made(flag, fields.location()));
                words.add(new Word(joined(fields), fields.location(), Quote.MIXED));
            }
        }
    }

    private void pair(YamlMapping.Entry variable) {
        if (variable.key() instanceof YamlScalar key && variable.value() instanceof YamlScalar value) {
            Text.Builder text = Text.builder(file, key.text().location().span().start());
            copy(key.text(), text);
            int at = key.location().span().end();
            text.written('=', at, at);
            copy(withoutVariables(value.text()), text);
            words.add(made("--env", key.location()));
            words.add(new Word(text.build(), value.location(), Quote.MIXED));
        }
    }

    /** A mount as an object, in the form that the flag has: {@code type=bind,source=…}. */
    private Text joined(YamlMapping fields) {
        Text.Builder text = Text.builder(file, fields.location().span().start());
        boolean first = true;
        for (YamlMapping.Entry field : fields.entries()) {
            if (field.key() instanceof YamlScalar key && field.value() instanceof YamlScalar value) {
                int at = key.location().span().start();
                if (!first) {
                    text.written(',', at, at);
                }
                copy(key.text(), text);
                text.written('=', at, at);
                copy(withoutVariables(value.text()), text);
                first = false;
            }
        }
        return text.build();
    }

    private static void copy(Text from, Text.Builder to) {
        for (int i = 0; i < from.length(); i++) {
            to.copy(from, i);
        }
    }

    /** A word that the file does not have, in place of something that says the same. */
    private static Word made(String word, Location place) {
        Text.Builder text = Text.builder(place.file(), place.span().start());
        for (int i = 0; i < word.length(); i++) {
            text.written(word.charAt(i), place.span().start(), place.span().end());
        }
        return new Word(text.build(), place, Quote.NONE);
    }

    private Text nothing(Location place) {
        return Text.builder(file, place.span().start()).unknown(place.span()).build();
    }

    /** The text with an unknown part for each <code>${localEnv:X}</code>. */
    private static Text withoutVariables(Text text) {
        String value = text.value();
        if (!value.contains("${")) {
            return text;
        }
        Text.Builder out = Text.builder(text.file(), text.location().span().start());
        int i = 0;
        while (i < value.length()) {
            int close = value.startsWith("${", i) ? value.indexOf('}', i) : -1;
            if (close < 0) {
                out.copy(text, i);
                i++;
            } else {
                out.unknown(text.span(i, close + 1));
                i = close + 1;
            }
        }
        return out.build();
    }

    private static @Nullable YamlNode get(YamlMapping mapping, String key) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (text(entry.key()).equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlSequence sequence ? sequence.items() : List.of();
    }

    private static String text(@Nullable YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.value() : "";
    }
}
