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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code devcontainer.json} as the {@code docker run} that it stands for. JSON with comments is read as YAML, once the
 * comments are blanked out. Words that are written nowhere stand at the opening brace. Source: the Development Container
 * Specification, devcontainer.json reference.
 */
final class DevContainerReader {
    private DevContainerReader() {}

    /** The command; none for a file that is not JSON, or that leaves its containers to Compose. */
    static List<ShellCommand> read(SourceFile file) {
        Location whole = new Location(file, new Span(0, file.text().length()));
        try {
            List<YamlNode> roots = YamlParser.parse(whole, JsonComments.asYaml(file.text()));
            return roots.size() == 1 && roots.get(0) instanceof YamlMapping root ? commands(root, whole) : List.of();
        } catch (YamlSyntaxException e) {
            return List.of();
        }
    }

    private static List<ShellCommand> commands(YamlMapping root, Location whole) {
        YamlNode image = get(root, "image");
        if (get(root, "dockerComposeFile") != null || (image == null && get(root, "build") == null)) {
            return List.of();
        }
        int start = root.location().span().start();
        Location opening = new Location(whole.file(), new Span(start, start + 1));
        YamlWords flags = new YamlWords(DevContainerReader::withoutVariables, Quote.DOUBLE);
        List<Word> words = flags.words();
        words.add(Word.standingFor("docker", opening));
        words.add(Word.standingFor("run", opening));
        for (YamlMapping.Entry entry : root.entries()) {
            property(text(entry.key()), entry.value(), flags);
        }
        if (get(root, "runArgs") instanceof YamlSequence arguments) {
            for (YamlNode argument : arguments.items()) {
                if (argument instanceof YamlScalar scalar) {
                    flags.add(scalar);
                }
            }
        }
        if (image instanceof YamlScalar scalar) {
            flags.add(scalar);
        } else {
            Text unknown =
                    Text.builder(whole.file(), start).unknown(opening.span()).build();
            words.add(new Word(unknown, opening, Quote.NONE));
        }
        // what the image would run is replaced by a wait, unless overrideCommand is false
        if (!text(get(root, "overrideCommand")).equals("false")) {
            words.add(Word.standingFor("sleep", opening));
            words.add(Word.standingFor("infinity", opening));
        }
        return List.of(new ShellCommand(words, List.of(), Continuation.JSON, whole));
    }

    private static void property(String name, YamlNode value, YamlWords flags) {
        switch (name) {
            case "privileged", "init" -> {
                if (text(value).equals("true")) {
                    flags.words().add(Word.standingFor("--" + name, value.location()));
                }
            }
            case "capAdd" -> flags.options("--cap-add", value);
            case "securityOpt" -> flags.options("--security-opt", value);
            case "mounts" -> flags.options("--mount", value);
            case "workspaceMount" -> flags.option("--mount", value);
            case "containerEnv" -> flags.variables(value);
            default -> {
                // it does not say how the container is made
            }
        }
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

    private static String text(@Nullable YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.value() : "";
    }
}
