package dev.plimsoll.model;

import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Containers that are run together.
 *
 * @param name its name if one is written: {@code COMPOSE_PROJECT_NAME} of an environment file, which wins, or {@code name}
 * @param files the files it was read from, in the order in which Docker merges them
 * @param containers in order of writing
 * @param resources declared at the top, in order of writing
 * @param builds the tmpfs mounts of Dockerfiles that were read for themselves, whoever builds from them
 * @param mountedInFiles names of the volumes that services mount in one of several files alone, also where a later file
 *     mounts something else in their place
 * @param handedOver names of variables without a known value that the project tells others to set, in a sample of an
 *     environment file
 * @param partial whether parts of it were not read, so that what seems undeclared may be declared there
 * @param moreContainers whether there may be containers in what was not read
 */
public record Project(
        Field<String> name,
        List<SourceFile> files,
        List<Container> containers,
        List<Resource> resources,
        List<BuildTmpfs> builds,
        Set<String> mountedInFiles,
        Set<String> handedOver,
        boolean partial,
        boolean moreContainers) {
    /** Copies the lists. */
    public Project {
        files = List.copyOf(files);
        containers = List.copyOf(containers);
        resources = List.copyOf(resources);
        builds = List.copyOf(builds);
        mountedInFiles = Set.copyOf(mountedInFiles);
        handedOver = Set.copyOf(handedOver);
    }

    /**
     * The project with these containers and declarations in place of its own.
     *
     * @param whole whether they are all that there is of them
     */
    public Project with(List<Container> others, List<Resource> declared, boolean whole) {
        return new Project(
                name,
                files,
                others,
                declared,
                builds,
                mountedInFiles,
                handedOver,
                partial || !whole,
                moreContainers || !whole);
    }

    /** The project with these mounts of Dockerfiles that were read for themselves. */
    public Project withBuilds(List<BuildTmpfs> others) {
        return new Project(
                name, files, containers, resources, others, mountedInFiles, handedOver, partial, moreContainers);
    }

    /** The declarations of a kind. */
    public List<Resource> resources(ResourceKind kind) {
        List<Resource> found = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource.kind() == kind) {
                found.add(resource);
            }
        }
        return found;
    }

    /** The declaration of a name. */
    public Optional<Resource> resource(ResourceKind kind, String name) {
        for (Resource resource : resources) {
            if (resource.kind() == kind && resource.name().equals(name)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** The container of a name. */
    public Optional<Container> container(String name) {
        for (Container container : containers) {
            if (container.name().value().equals(name)) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }
}
