package dev.plimsoll.knowledge;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import java.util.List;

/**
 * Shared memory beyond the 64 MiB that {@code /dev/shm} has by default.
 *
 * @param size what the image's documentation advises
 * @param why what happens with less: a clause for messages, lower case, no final period
 * @param unless words of the command, or texts in the value of a variable, by which the program leaves {@code /dev/shm}
 *     alone
 */
public record ShmNeed(ByteSize size, String why, List<String> unless) {
    /** Copies the list. */
    public ShmNeed {
        unless = List.copyOf(unless);
    }

    /** Whether the container tells the program to leave {@code /dev/shm} alone, or may tell it. */
    public boolean isExcused(Container container) {
        StartCommand command = new StartCommand(container);
        if (command.isHidden() && !unless.isEmpty()) {
            return true;
        }
        for (String word : unless) {
            if (command.contains(List.of(word)) || StartCommand.isInVariable(word, container)) {
                return true;
            }
        }
        return false;
    }
}
