package dev.plimsoll.dockerfile;

import dev.plimsoll.model.CommandLine;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.List;

/**
 * {@code CMD}, {@code ENTRYPOINT} or the test of a {@code HEALTHCHECK}.
 *
 * @param at the whole instruction
 * @param shell whether it is written without brackets, so that a shell runs it
 * @param line its words; the shell itself is not among them. What a shell would put in for a variable or a substitution is
 *     unknown: the container's environment decides
 */
public record ImageCommand(Location at, boolean shell, CommandLine line) {
    /** The command of an instruction: what a JSON array holds, else the words of a shell's line. */
    static ImageCommand read(Location at, Text arguments) {
        List<Text> words = Words.json(arguments);
        if (words == null) {
            return new ImageCommand(at, true, new CommandLine(Quoting.IMAGE_COMMAND.words(arguments)));
        }
        words.addAll(Quoting.IMAGE_COMMAND.script(words));
        return new ImageCommand(at, false, new CommandLine(words));
    }
}
