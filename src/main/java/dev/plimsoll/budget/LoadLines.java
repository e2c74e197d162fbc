package dev.plimsoll.budget;

import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Project;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The load lines of many projects, taken one project at a time: a few numbers are kept of each, not the project. */
public final class LoadLines {
    private final Optional<ByteSize> hostMemory;
    // of projects that share a file, a container may look the same in each
    private final Set<LoadLine> lines = new LinkedHashSet<>();

    /**
     * None yet.
     *
     * @param hostMemory the memory of the host, if it is known
     */
    public LoadLines(Optional<ByteSize> hostMemory) {
        this.hostMemory = hostMemory;
    }

    /**
     * Adds the containers of a project.
     *
     * @param images what is known of images, for what their programs were told to take
     */
    public void add(Project project, ImageCatalog images) {
        add(project, images, Map.of());
    }

    /**
     * Adds the containers of a project that runs.
     *
     * @param levels what containers use now, by their names
     */
    public void add(Project project, ImageCatalog images, Map<String, WaterLevel> levels) {
        List<String> files = new ArrayList<>();
        for (SourceFile file : project.files()) {
            files.add(file.path());
        }
        for (ContainerBudget container :
                Budget.of(project, images, hostMemory).at(levels).containers()) {
            lines.add(new LoadLine(container, files));
        }
    }

    /** All of them, in the order in which they came. */
    public List<LoadLine> all() {
        return List.copyOf(lines);
    }

    /** All containers as they would share one host. */
    public Budget budget() {
        List<ContainerBudget> containers = new ArrayList<>();
        for (LoadLine line : lines) {
            containers.add(line.container());
        }
        return new Budget(containers, hostMemory, HostBudget.of(containers));
    }
}
