package dev.plimsoll.fix;

import java.util.List;

/**
 * What came of fixing.
 *
 * @param files the files that changed, sorted by path
 * @param applied the fixes that were made, in the order in which they were
 * @param refused the fixes that were not
 * @param left what linting says of the texts as they are now
 */
public record Fixed(List<FixedFile> files, List<Applied> applied, List<Refused> refused, Checked left) {
    /** Copies the lists. */
    public Fixed {
        files = List.copyOf(files);
        applied = List.copyOf(applied);
        refused = List.copyOf(refused);
    }
}
