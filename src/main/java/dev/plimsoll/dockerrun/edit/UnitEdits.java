package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.quadlet.QuadletKeys;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/** Edits of a unit in which each option is a line, {@code Tmpfs=/tmp}. */
final class UnitEdits extends CommandEdits {
    UnitEdits(DockerCommand command) {
        super(command);
    }

    /** Its words are lines of the unit and of its drop-ins. */
    @Override
    boolean covers(Location at) {
        return true;
    }

    /** Writes an option on a line of its own: below another one, else below the image. */
    @Override
    void addOption(@Nullable Option beside, String flag, String value) throws Refused {
        requirePlain(flag + value, Quote.NONE);
        Word image = command().operand();
        Location neighbor = beside != null && isWritten(beside.word()) ? beside.at() : null;
        if (neighbor == null && image != null && isWritten(image)) {
            neighbor = image.at();
        }
        if (neighbor == null) {
            throw Refused.noPlace();
        }
        int end = lineEnd(neighbor);
        String text = neighbor.file().text();
        String lineBreak = text.startsWith("\r\n", end) ? "\r\n" : "\n";
        plan().add(new Edit(
                new Location(neighbor.file(), Span.at(end)), lineBreak + QuadletKeys.assignment(flag, value)));
    }

    @Override
    void removeOption(Option option) throws Refused {
        requireWhole(option);
        Location at = option.at();
        String text = at.file().text();
        int start = text.lastIndexOf('\n', at.span().start() - 1) + 1;
        int end = Math.min(text.length(), lineEnd(at));
        while (end < text.length() && (text.charAt(end) == '\r' || text.charAt(end) == '\n')) {
            end++;
            if (text.charAt(end - 1) == '\n') {
                break;
            }
        }
        plan().add(new Edit(new Location(at.file(), new Span(start, end)), ""));
    }

    @Override
    void replaceOption(Option option, String shortFlag, String longFlag, String value) throws Refused {
        requireWhole(option);
        requirePlain(value, Quote.NONE);
        plan().add(new Edit(option.at(), QuadletKeys.assignment(longFlag, value)));
    }

    @Override
    void replaceRaw(Location at, String text) throws Refused {
        throw Refused.uneditable();
    }

    /** A line that holds other values too, or goes on in the next, is left to the user. */
    private void requireWhole(Option option) throws Refused {
        requireRemovable(option);
        Location at = option.at();
        String text = at.file().text();
        int start = text.lastIndexOf('\n', at.span().start() - 1) + 1;
        boolean alone = isWritten(option.word())
                && text.substring(start, at.span().start()).isBlank()
                && text.substring(at.span().end(), lineEnd(at)).isBlank()
                && text.substring(at.span().start(), at.span().end()).indexOf(' ') < 0;
        if (!alone) {
            throw new Refused("its line holds more");
        }
    }

    /** Whether a word is written in the file, and does not only stand for what Quadlet adds. */
    private static boolean isWritten(Word word) {
        return !word.at().text().startsWith("[");
    }

    private static int lineEnd(Location at) {
        String text = at.file().text();
        int end = at.span().end();
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
