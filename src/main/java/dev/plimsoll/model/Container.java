package dev.plimsoll.model;

import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Compose service or a docker command: what one container (or each replica) is asked for.
 *
 * @param name the service's name, or {@code --name}, else the image
 * @param dialect which program reads what was written
 * @param image the image; absent for one that is built here
 * @param build how the image is built here
 * @param built the image that is built, if its Dockerfile is here
 * @param command the command given in place of the image's
 * @param entrypoint the entrypoint given in place of the image's
 * @param environment variables with a value, by name
 * @param moreEnvironment whether there may be variables that are not seen: a file of them is not here, or could not be
 *     read
 * @param mounts what is mounted, in order of writing: tmpfs first, then volumes
 * @param replaced entries that a later one of the same list takes the place of, so that they count for nothing
 * @param ports what is published
 * @param memory limits
 * @param host how it is run on its host
 * @param replicas how many run
 * @param healthCheck how its health is told
 * @param relations what ties it to its project
 * @param profiles the profiles that switch it on
 * @param swarm whether it uses settings that only a swarm honours, and so is deployed with rules of its own
 * @param directories names of the directories that hold its file, the nearest first, up to the repository's root
 * @param writer turns changes into edits of what was written
 */
public record Container(
        Located<String> name,
        Dialect dialect,
        Field<ImageReference> image,
        Field<Build> build,
        BuiltImage.Source built,
        Field<CommandLine> command,
        Field<CommandLine> entrypoint,
        Map<String, Located<Value<String>>> environment,
        boolean moreEnvironment,
        List<Mount> mounts,
        List<Mount> replaced,
        List<Located<Value<PortMapping>>> ports,
        MemoryLimits memory,
        HostConfig host,
        Field<Integer> replicas,
        Field<HealthCheck> healthCheck,
        Relations relations,
        List<String> profiles,
        boolean swarm,
        List<String> directories,
        ChangeWriter<Change.OfContainer> writer) {
    /** Mounts of which a rule may compare each with all others: more would make it take the square of the time. */
    private static final int MAX_COMPARED = 500;

    /** Copies the collections. */
    public Container {
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        replaced = List.copyOf(replaced);
        ports = List.copyOf(ports);
        profiles = List.copyOf(profiles);
        directories = List.copyOf(directories);
    }

    /** The program that reads what was written. */
    public enum Dialect {
        /** docker compose. */
        COMPOSE,
        /** The docker client. */
        DOCKER,
        /** The podman client, which takes more tmpfs options. */
        PODMAN
    }

    /**
     * Whether there are so few mounts that a rule may ask of each which others lie above or below it. People write some
     * dozens; of thousands nobody needs to know.
     */
    public boolean hasComparableMounts() {
        return mounts.size() <= MAX_COMPARED;
    }

    /**
     * The ports that it publishes: none in the network of the host, of another container or of nobody, where the engine
     * passes over what is written, and none if that is not known.
     */
    public List<Located<Value<PortMapping>>> publishedPorts() {
        Field<String> mode = relations.networkMode();
        String known = mode.isAbsent() ? "" : mode.known().orElse("host");
        boolean another = known.startsWith("container:") || known.startsWith("service:");
        return another || known.equals("host") || known.equals("none") ? List.of() : ports;
    }

    /** The tmpfs mounts, those of tmpfs-backed volumes included. */
    public List<TmpfsMount> tmpfsMounts() {
        List<TmpfsMount> found = new ArrayList<>();
        for (Mount mount : mounts) {
            if (mount instanceof TmpfsMount tmpfs) {
                found.add(tmpfs);
            }
        }
        return found;
    }

    /**
     * The image whose contents the container runs: the base image of what is built here, else the image; empty if that is
     * not known. A service that is built only gives its image a name, so that name tells nothing. The tag may be open.
     */
    public Optional<ImageReference> contents() {
        if (!build.isPresent()) {
            return named(image);
        }
        Optional<BuiltImage> image = built.image();
        return image.isPresent() ? named(image.get().base()) : Optional.empty();
    }

    private static Optional<ImageReference> named(Field<ImageReference> image) {
        Optional<ImageReference> known = image.known();
        return known.isPresent() ? known : Optional.ofNullable(ImageReference.ofKnownName(image.raw()));
    }

    /** What names the image of {@link #contents}: the service, or the Dockerfile that it is built from. */
    public Field<ImageReference> contentsSource() {
        Optional<BuiltImage> base = built.image();
        return base.isPresent() ? base.get().base() : image;
    }

    /** The command that counts: its own, else that of the image that is built here. */
    public Field<CommandLine> effectiveCommand() {
        return command.isAbsent() && built.image().isPresent()
                ? built.image().get().command()
                : command;
    }

    /** The entrypoint that counts: its own, else that of the image that is built here. */
    public Field<CommandLine> effectiveEntrypoint() {
        return entrypoint.isAbsent() && built.image().isPresent()
                ? built.image().get().entrypoint()
                : entrypoint;
    }

    /**
     * The size of a {@code /dev/shm} of the container's own; empty if it is not set or not known, or if {@code ipc} takes
     * another's or none.
     */
    public Optional<ByteSize> ownShm() {
        return host.hasOwnShm() ? memory.shm().known() : Optional.empty();
    }

    /** The memory limit in bytes, if there is one that is known. */
    public Optional<ByteSize> limit() {
        return memory.limit().known();
    }

    /** The value of an environment variable, also of an image that is built here; empty if neither sets it. */
    public Optional<Value<String>> variable(String variable) {
        Optional<Located<Value<String>>> found = located(variable);
        return found.isPresent() ? Optional.of(found.get().value()) : Optional.empty();
    }

    /** An environment variable with its place, also of an image that is built here; empty if neither sets it. */
    public Optional<Located<Value<String>>> located(String variable) {
        @Nullable Located<Value<String>> found = environment.get(variable);
        if (found == null && build.isPresent() && built.image().isPresent()) {
            found = built.image().get().environment().get(variable);
        }
        return Optional.ofNullable(found);
    }

    /**
     * The mount that holds a path: the one with the longest target at or above it. Where two have the same target the
     * later one counts, as Docker has it.
     */
    public Optional<Mount> mountOf(ContainerPath path) {
        Mount holder = null;
        int longest = -1;
        for (Mount mount : mounts) {
            Optional<ContainerPath> target = mount.path();
            if (target.isPresent()
                    && path.isAtOrBelow(target.get())
                    && target.get().value().length() >= longest) {
                holder = mount;
                longest = target.get().value().length();
            }
        }
        return Optional.ofNullable(holder);
    }

    /** The same container with these mounts, whomever it takes volumes from. */
    public Container withMounts(List<Mount> all) {
        return new Container(
                name,
                dialect,
                image,
                build,
                built,
                command,
                entrypoint,
                environment,
                moreEnvironment,
                all,
                replaced,
                ports,
                memory,
                host,
                replicas,
                healthCheck,
                relations.without(Dependency.Reason.VOLUMES_FROM),
                profiles,
                swarm,
                directories,
                writer);
    }

    /** The file that names it. */
    public SourceFile file() {
        return name.at().file();
    }

    /** The name of that file, without directories. */
    public String fileName() {
        return file().name();
    }
}
