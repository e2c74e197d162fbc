package dev.plimsoll.host;

import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The words of a docker command that lists and mappings of a file stand for. */
final class YamlWords {
    private final UnaryOperator<Text> known;
    private final Quote quote;
    private final List<Word> words = new ArrayList<>();

    /**
     * Words of a kind of file.
     *
     * @param known makes unknown what only the reader of the file could tell: expressions, variables
     * @param quote how its strings stand in the file
     */
    YamlWords(UnaryOperator<Text> known, Quote quote) {
        this.known = known;
        this.quote = quote;
    }

    /** The words so far. */
    List<Word> words() {
        return words;
    }

    /** Adds a value that is a word of its own. */
    void add(YamlScalar value) {
        words.add(new Word(known.apply(value.text()), value.location(), quote));
    }

    /** Adds a flag with each item of a list; a mapping among them is written as {@code key=value,…}. */
    void options(String flag, @Nullable YamlNode values) {
        for (YamlNode item : values instanceof YamlSequence sequence ? sequence.items() : List.<YamlNode>of()) {
            option(flag, item);
        }
    }

    /** Adds a flag with a value; nothing where there is none. */
    void option(String flag, @Nullable YamlNode value) {
        YamlNode followed = value instanceof YamlAlias alias ? alias.target() : value;
        if (followed instanceof YamlScalar scalar) {
            words.add(Word.standingFor(flag, scalar.location()));
            add(scalar);
        } else if (followed instanceof YamlMapping fields) {
            words.add(Word.standingFor(flag, fields.location()));
            words.add(new Word(joined(fields), fields.location(), Quote.MIXED));
        }
    }

    /** Adds a variable for each entry of a mapping. */
    void variables(@Nullable YamlNode variables) {
        for (YamlMapping.Entry entry :
                variables instanceof YamlMapping mapping ? mapping.entries() : List.<YamlMapping.Entry>of()) {
            if (entry.key() instanceof YamlScalar key && entry.value() instanceof YamlScalar value) {
                Text.Builder text = Text.builder(
                        key.location().file(), key.text().location().span().start());
                pair(key, value, text);
                words.add(Word.standingFor("--env", key.location()));
                words.add(new Word(text.build(), value.location(), Quote.MIXED));
            }
        }
    }

    private Text joined(YamlMapping fields) {
        Text.Builder text =
                Text.builder(fields.location().file(), fields.location().span().start());
        boolean first = true;
        for (YamlMapping.Entry field : fields.entries()) {
            if (field.key() instanceof YamlScalar key && field.value() instanceof YamlScalar value) {
                if (!first) {
                    int at = key.location().span().start();
                    text.written(',', at, at);
                }
                pair(key, value, text);
                first = false;
            }
        }
        return text.build();
    }

    private void pair(YamlScalar key, YamlScalar value, Text.Builder text) {
        copy(key.text(), text);
        int at = key.location().span().end();
        text.written('=', at, at);
        copy(known.apply(value.text()), text);
    }

    private static void copy(Text from, Text.Builder to) {
        for (int i = 0; i < from.length(); i++) {
            to.copy(from, i);
        }
    }
}
