package dev.plimsoll.migration;

import java.util.List;

/**
 * A configuration that was translated.
 *
 * @param configuration the text of a {@code .plimsoll.yaml}
 * @param remarks what became of each setting, in order
 */
public record Imported(String configuration, List<Remark> remarks) {
    /** Copies the list. */
    public Imported {
        remarks = List.copyOf(remarks);
    }
}
