package dev.plimsoll.cli;

import dev.plimsoll.budget.WaterLevel;
import dev.plimsoll.inspect.EngineProgram;
import dev.plimsoll.inspect.InspectException;
import dev.plimsoll.inspect.RunningContainer;
import dev.plimsoll.inspect.Usage;
import dev.plimsoll.inspect.UsageQuestions;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.RunningProject;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What containers use now, as the engine that runs them tells it. */
final class WaterLevels {
    private static final String SHM = "/dev/shm";

    private final List<RunningContainer> containers;
    private final Map<String, WaterLevel> levels = new HashMap<>();
    private final Optional<ByteSize> hostMemory;

    /**
     * Asks an engine.
     *
     * @param containers of which it is asked
     * @param exec whether to run {@code df} in them, to know what lies in each tmpfs
     * @throws InspectException if it does not say
     */
    WaterLevels(EngineProgram engine, Projects projects, List<RunningContainer> containers, boolean exec)
            throws InspectException {
        this.containers = containers;
        UsageQuestions questions = new UsageQuestions(engine);
        this.hostMemory = questions.hostMemory();
        if (!containers.isEmpty()) {
            Map<String, List<String>> targets = exec ? targets(projects, containers) : Map.of();
            for (Map.Entry<String, Usage> entry :
                    questions.usage(containers, targets).entrySet()) {
                Usage usage = entry.getValue();
                levels.put(entry.getKey(), new WaterLevel(usage.memory(), usage.tmpfs()));
            }
        }
    }

    private static Map<String, List<String>> targets(Projects projects, List<RunningContainer> containers) {
        Map<String, List<String>> targets = new HashMap<>();
        for (Container container :
                new RunningProject(projects, containers).loaded().project().containers()) {
            List<String> paths = new ArrayList<>(List.of(SHM));
            for (TmpfsMount mount : container.tmpfsMounts()) {
                if (mount.path().isPresent()) {
                    paths.add(mount.path().get().value());
                }
            }
            targets.put(container.name().value(), paths);
        }
        return targets;
    }

    /** The memory of the engine's host. */
    Optional<ByteSize> hostMemory() {
        return hostMemory;
    }

    /** By the names of containers. */
    Map<String, WaterLevel> byContainer() {
        return Map.copyOf(levels);
    }

    /**
     * By the names of the services of a project, the highest of each.
     *
     * @param directory from which the paths of its files count
     */
    Map<String, WaterLevel> byService(Project project, File directory) {
        Set<String> files = new HashSet<>();
        for (SourceFile file : project.files()) {
            files.add(FilePath.clean(FilePath.resolve(directory, file.path())).getPath());
        }
        Map<String, WaterLevel> services = new HashMap<>();
        for (RunningContainer container : containers) {
            WaterLevel level = levels.get(container.name());
            if (level != null
                    && container.origin().isPresent()
                    && isAmong(container.origin().get().files(), files)) {
                services.merge(container.origin().get().service(), level, WaterLevel::highest);
            }
        }
        return services;
    }

    private static boolean isAmong(List<String> some, Set<String> files) {
        for (String file : some) {
            if (files.contains(file)) {
                return true;
            }
        }
        return false;
    }
}
