package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * Edits of a command's text. Nothing is written that a shell would read in another way: what goes into a word needs no
 * quotes, and what a variable gives is not touched.
 */
class CommandEdits {
    /** Besides letters and digits: what no shell gives a meaning inside a word, quoted or not. */
    private static final String PLAIN = "_./:=-";

    private final DockerCommand command;
    private final EditPlan edits = new EditPlan();

    CommandEdits(DockerCommand command) {
        this.command = command;
    }

    /** Edits in the way of what holds the command: words of a shell, lines of a unit, strings of JSON. */
    static CommandEdits of(DockerCommand command) {
        return switch (command.shell().continuation()) {
            case UNIT -> new UnitEdits(command);
            case JSON -> new JsonEdits(command);
            case BACKSLASH, BACKTICK, CARET -> new CommandEdits(command);
        };
    }

    /** The command whose text is edited. */
    DockerCommand command() {
        return command;
    }

    /** The edits as they were planned. */
    EditPlan plan() {
        return edits;
    }

    /** Puts a text in place of a value that is written out. */
    void replaceValue(Option option, String text) throws Refused {
        Text value = option.value();
        if (value == null) {
            throw new Refused(option.spelled() + " has no value");
        }
        replacePart(option.holder(), value, text);
    }

    /** Puts a text in place of a part of a word that is written out. */
    void replacePart(Word word, Text part, String text) throws Refused {
        if (!part.isLiteral()) {
            throw Refused.variable();
        }
        requireOwn(word);
        Location at = part.location();
        if (!at.text().equals(part.value())) {
            throw Refused.quoted();
        }
        requirePlain(text, word.quote());
        edits.add(new Edit(at, text));
    }

    /** Writes a text behind the unit of a word before an index. */
    void insertBehind(Word word, Text text, int index, String inserted) throws Refused {
        if (index > 0 && !text.isWrittenAt(index - 1)) {
            throw Refused.variable();
        }
        requireOwn(word);
        requirePlain(inserted, word.quote());
        int offset = index > 0
                ? text.part(index - 1, index).location().span().end()
                : text.part(0, 0).location().span().start();
        edits.add(new Edit(new Location(text.file(), Span.at(offset)), inserted));
    }

    /** Puts a text in place of several words, or of none. */
    void replaceRaw(Location at, String text) throws Refused {
        if (!covers(at)) {
            throw new Refused("it stands outside of the command");
        }
        edits.add(new Edit(at, text));
    }

    /** Writes an option: beside another one in its style, else behind the last one. */
    void addOption(@Nullable Option beside, String flag, String value) throws Refused {
        requirePlain(flag + value, Quote.NONE);
        Option neighbour = beside == null ? lastOption() : beside;
        if (neighbour == null) {
            int end = command.verb().at().span().end();
            requireOwn(command.verb());
            edits.add(new Edit(
                    new Location(command.verb().at().file(), Span.at(end)), " " + spelled(flag, value, false)));
            return;
        }
        requireOwn(neighbour.word());
        requireOwn(neighbour.holder());
        boolean equals = neighbour.style() == Option.Style.EQUALS && flag.startsWith("--");
        String text = spelled(flag, value, equals);
        Location at = neighbour.at();
        String rest = ownLine(at);
        String before = rest.isEmpty() ? " " : rest + indent(at);
        edits.add(new Edit(new Location(at.file(), Span.at(at.span().end())), before + text));
    }

    /** A flag with its value; a long flag's value stands behind a blank or an equals sign. */
    static String spelled(String flag, String value, boolean equals) {
        return value.isEmpty() ? flag : flag + (equals ? "=" : " ") + value;
    }

    @Nullable
    Option lastOption() {
        Option last = null;
        for (Option option : command.options()) {
            Word image = command.operand();
            boolean before = image == null
                    || option.at().span().end() <= image.at().span().start();
            if (covers(option.at())
                    && before
                    && (last == null
                            || option.at().span().end() > last.at().span().end())) {
                last = option;
            }
        }
        return last;
    }

    /** Takes an option out: with its line where it stands alone on one, else with the blanks before it. */
    void removeOption(Option option) throws Refused {
        requireRemovable(option);
        Location at = option.at();
        SourceFile file = at.file();
        String text = file.text();
        if (!ownLine(at).isEmpty()) {
            int start = lineStart(text, at.span().start());
            int end = at.span().end() + ownLine(at).length();
            edits.add(new Edit(new Location(file, new Span(start, end)), ""));
            return;
        }
        int start = at.span().start();
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        boolean first = start == 0 || text.charAt(start - 1) == '\n';
        int end = at.span().end();
        while (first && end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        edits.add(new Edit(new Location(file, first ? new Span(at.span().start(), end) : new Span(start, end)), ""));
    }

    void requireRemovable(Option option) throws Refused {
        if (option.bundled()) {
            throw new Refused("it stands in one word with other flags");
        }
        requireOwn(option.word());
        requireOwn(option.holder());
    }

    /** Puts another option in place of one, in its style. */
    void replaceOption(Option option, String shortFlag, String longFlag, String value) throws Refused {
        requireRemovable(option);
        requirePlain(value, Quote.NONE);
        boolean equals = option.style() == Option.Style.EQUALS;
        edits.add(new Edit(option.at(), spelled(equals ? longFlag : shortFlag, value, equals)));
    }

    /**
     * What follows an option that stands alone on a line which goes on in the next: the mark, the line break, and blanks
     * before the mark. Empty for an option that does not.
     */
    private String ownLine(Location at) {
        String text = at.file().text();
        int start = lineStart(text, at.span().start());
        for (int i = start; i < at.span().start(); i++) {
            if (!isBlank(text.charAt(i)) && text.charAt(i) != '>') {
                return "";
            }
        }
        String mark = command.shell().continuation().mark();
        int i = at.span().end();
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        if (!text.startsWith(mark, i)) {
            return "";
        }
        i += mark.length();
        if (text.startsWith("\r", i)) {
            i++;
        }
        return text.startsWith("\n", i) ? text.substring(at.span().end(), i + 1) : "";
    }

    private static String indent(Location at) {
        String text = at.file().text();
        return text.substring(lineStart(text, at.span().start()), at.span().start());
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    boolean covers(Location at) {
        Location whole = command.shell().at();
        return whole.file() == at.file() && whole.span().covers(at.span());
    }

    /** A word that an array or a variable brought stands elsewhere, perhaps for other commands too. */
    private void requireOwn(Word word) throws Refused {
        if (!covers(word.at())) {
            throw new Refused("it stands outside of the command");
        }
    }

    void requirePlain(String text, Quote quote) throws Refused {
        // an unquoted comma makes a list in PowerShell
        boolean comma = quote == Quote.SINGLE
                || quote == Quote.DOUBLE
                || command.shell().continuation() == Continuation.BACKSLASH
                || command.shell().continuation() == Continuation.UNIT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && PLAIN.indexOf(c) < 0 && !(c == ',' && comma)) {
                throw new Refused("it would have to be quoted");
            }
        }
    }
}
