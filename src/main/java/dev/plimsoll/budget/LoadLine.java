package dev.plimsoll.budget;

import java.util.List;

/**
 * A container's budget and where its project is written.
 *
 * @param container what counts toward its limit
 * @param files the paths of its project's files, as messages show them
 */
public record LoadLine(ContainerBudget container, List<String> files) {
    /** Copies the list. */
    public LoadLine {
        files = List.copyOf(files);
    }
}
