package dev.plimsoll.model;

import dev.plimsoll.source.SourceFile;
import java.util.List;

/**
 * Containers that are run together.
 *
 * @param files the files it was read from, in the order in which Docker merges them
 * @param containers in order of writing
 * @param volumes declared by name, in order of writing
 */
public record Project(List<SourceFile> files, List<Container> containers, List<NamedVolume> volumes) {
    /** Copies the lists. */
    public Project {
        files = List.copyOf(files);
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
    }
}
