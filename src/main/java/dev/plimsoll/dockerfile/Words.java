package dev.plimsoll.dockerfile;

import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which arguments of instructions are cut into words. */
final class Words {
    private Words() {}

    /**
     * Takes the flags off the front.
     *
     * @return the arguments behind them
     */
    static Text takeFlags(Text rest, List<Line.Flag> flags) {
        String value = rest.value();
        int i = 0;
        while (true) {
            while (i < value.length() && Blanks.isSpace(value.charAt(i))) {
                i++;
            }
            if (!value.startsWith("--", i)) {
                return Blanks.strip(rest.from(i));
            }
            int end = Quoting.DOCKERFILE_FLAGS.wordEnd(value, i, value.length());
            int to = end < 0 ? value.length() : end;
            Text flag = Quoting.DOCKERFILE_FLAGS.unquoted(rest.part(i, to));
            i = to;
            if (flag.value().equals("--")) {
                return Blanks.strip(rest.from(i));
            }
            int equals = flag.value().indexOf('=');
            int nameEnd = equals < 0 ? flag.length() : equals;
            Text setting = flag.from(equals < 0 ? nameEnd : equals + 1);
            flags.add(new Line.Flag(flag.location(), flag.value().substring(Math.min(2, nameEnd), nameEnd), setting));
        }
    }

    static Text.Builder builder(Text text) {
        return Text.builder(text.file(), text.location().span().start());
    }

    /** Words between blanks; quotes mean nothing here. */
    static List<Text> atBlanks(Text text) {
        List<Text> words = new ArrayList<>();
        String value = text.value();
        int from = -1;
        for (int i = 0; i <= value.length(); i++) {
            boolean blank = i == value.length() || Blanks.isSeparator(value.charAt(i));
            if (blank && from >= 0) {
                words.add(text.part(from, i));
                from = -1;
            } else if (!blank && from < 0) {
                from = i;
            }
        }
        return words;
    }

    /** The strings of a JSON array; null for anything else, which Docker then takes as plain words. */
    static @Nullable List<Text> json(Text text) {
        if (!text.value().startsWith("[")) {
            return null;
        }
        return new JsonWords(text).read();
    }
}
