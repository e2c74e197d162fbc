package dev.plimsoll.fix;

import dev.plimsoll.source.SourceFile;

/**
 * A file that fixes changed.
 *
 * @param before as it was read
 * @param after as it is to be
 */
public record FixedFile(SourceFile before, SourceFile after) {}
