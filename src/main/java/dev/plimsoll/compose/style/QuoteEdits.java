package dev.plimsoll.compose.style;

import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Puts quotes around a text, or takes them away, where YAML reads the same afterward. */
final class QuoteEdits {
    /** Words that YAML 1.1 takes for something other than texts. Source: https://yaml.org/type/bool.html and beside it. */
    private static final Set<String> OLD_WORDS =
            Set.of("y", "yes", "n", "no", "on", "off", "true", "false", "null", "~", "=", "<<");

    private QuoteEdits() {}

    /** Puts these quotes around a text, in place of those that it has. */
    static Edit quote(YamlScalar scalar, char quote) throws Refused {
        String text = scalar.value();
        boolean asWritten = scalar.content().text().equals(text);
        if (!asWritten || text.indexOf('"') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('\\') >= 0) {
            throw new Refused("it would have to be written in another way between these quotes");
        }
        YamlScalar.Kind kind = scalar.kind();
        boolean decimal = scalar.integer().isPresent()
                && Long.toString(scalar.integer().getAsLong()).equals(text);
        if (kind != YamlScalar.Kind.STRING && !decimal) {
            throw new Refused("YAML reads another number than the one that is written");
        }
        if (decimal && scalar.isReferenced()) {
            throw new Refused("an alias repeats it elsewhere");
        }
        return new Edit(scalar.location(), quote + text + quote);
    }

    /** Whether a quoted text means the same without its quotes, to readers of YAML 1.1 and 1.2 alike. */
    static boolean isNeedless(YamlScalar scalar, boolean inBrackets) {
        String text = scalar.value();
        return !text.isEmpty()
                && scalar.content().text().equals(text)
                && !isOldWord(text)
                && isReadAs(text, inBrackets ? "[" + text + "]" : "- " + text + "\n");
    }

    private static boolean isReadAs(String text, String list) {
        try {
            List<YamlNode> documents = YamlParser.parse(new SourceFile("", list));
            return documents.size() == 1
                    && documents.get(0) instanceof YamlSequence read
                    && read.items().size() == 1
                    && read.items().get(0) instanceof YamlScalar plain
                    && plain.style() == YamlScalar.Style.PLAIN
                    && plain.tag().isEmpty()
                    && plain.anchor().isEmpty()
                    && plain.value().equals(text)
                    && plain.kind() == YamlScalar.Kind.STRING
                    && !plain.isDate();
        } catch (YamlSyntaxException e) {
            return false;
        }
    }

    /** Whether YAML 1.1 takes a text for a boolean, for nothing, or for a number. */
    private static boolean isOldWord(String text) {
        boolean number = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            number &= (c >= '0' && c <= '9') || "+-_.:,".indexOf(c) >= 0;
            if (c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return number || OLD_WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
