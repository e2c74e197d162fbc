package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.List;

/**
 * An instruction taken apart, continued lines joined.
 *
 * @param at from its keyword to its last argument
 * @param keyword in capitals
 * @param word the keyword as written
 * @param flags what begins with two dashes in front of the arguments
 * @param arguments what follows
 * @param documents the here-documents behind it, without their last line
 */
record Line(Location at, String keyword, Text word, List<Flag> flags, Text arguments, List<Text> documents) {
    /**
     * A flag.
     *
     * @param at all of it
     * @param name without dashes
     * @param value behind the equals sign, quotes removed; empty for a flag such as {@code --link}
     */
    record Flag(Location at, String name, Text value) {}
}
