package dev.plimsoll.compose.read;

import dev.plimsoll.compose.edit.ComposeWriter;
import dev.plimsoll.compose.edit.ProjectTexts;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Missing;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.Relations;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One service to one container of the model. */
public final class ServiceReader {
    /** Keys of {@code deploy} that only a swarm honours (docker stack deploy); resources and replicas are not. */
    private static final String[] SWARM_KEYS = {"endpoint_mode", "placement", "update_config", "rollback_config"};

    private final String serviceName;
    private final ProjectFiles files;
    private final BuiltImages images;
    private final ProjectTexts texts;
    private final MapNode map;
    private final Missing missing;
    /** Whether the project may have more files. */
    private final boolean partialProject;
    /** Whether what is not here may stand elsewhere. */
    private final boolean partial;

    private final MapNode root;

    /**
     * A reader of one service.
     *
     * @param serviceName the service's name
     * @param service its entry, whose value is a mapping
     * @param root the whole document
     * @param files the project's files
     * @param images what the project's Dockerfiles build
     * @param partial whether another file may add to it
     */
    public ServiceReader(
            String serviceName,
            Entry service,
            MapNode root,
            ProjectFiles files,
            BuiltImages images,
            ProjectTexts texts,
            boolean partial) {
        this.texts = texts;
        this.files = files;
        this.images = images;
        this.serviceName = serviceName;
        this.map = (MapNode) service.value();
        this.root = root;
        this.missing = new Missing(service.key().location());
        this.partialProject = partial;
        this.partial = partial || map.get("extends") != null || lacksImage();
    }

    /** A service without image and build only adds to one of another file. */
    private boolean lacksImage() {
        return map.get("image") == null && map.get("build") == null && map.get("provider") == null;
    }

    /** Whether another file or an {@code extends} that was not followed may bring an image or a build. */
    private boolean isOpen() {
        return partialProject || map.get("extends") != null;
    }

    /** The container, with the environment that a reader of it finds. */
    public Container read(EnvironmentReader reader, List<String> directories) {
        Map<String, Located<Value<String>>> environment = reader.read();
        Field<Build> build = build();
        HostConfigReader host = new HostConfigReader(map, missing, partial);
        boolean swarm = isSwarm();
        return new Container(
                new Located<>(serviceName, missing.anchor(), List.of()),
                Container.Dialect.COMPOSE,
                image(),
                build,
                built(build),
                command("command"),
                command("entrypoint"),
                environment,
                reader.mayHaveMore(),
                mounts(),
                replaced(),
                ports(),
                new MemoryLimits(
                        limit(),
                        swap(),
                        reservation(),
                        size("shm_size"),
                        host.tuning(),
                        new MisspelledSizeReader().read(map)),
                host.read(),
                replicas(),
                new HealthCheckReader(map, missing, partial).read(),
                relations(),
                profiles(),
                swarm,
                directories,
                new ComposeWriter(map, root, serviceName, swarm, texts));
    }

    private Field<ImageReference> image() {
        Entry entry = map.entry("image");
        if (entry == null
                || !(entry.value() instanceof ScalarNode scalar)
                || scalar.isNull()
                || scalar.text().isEmpty()) {
            return missing.field(isOpen() || map.isReset("image") || map.get("provider") != null);
        }
        ImageReference parsed = ImageReference.parse(scalar.text().value());
        return Values.present(entry, Value.read(scalar.text(), scalar.variables(), parsed, ""));
    }

    private Field<Build> build() {
        Entry entry = map.entry("build");
        Node node = map.get("build");
        if (entry == null || node == null) {
            return missing.field(isOpen() || map.isReset("build"));
        }
        Build build = BuildReader.read(node, map);
        return Values.present(entry, new Value.Literal<>(build, node.at().text()));
    }

    private BuiltImage.Source built(Field<Build> build) {
        Build known = build.orNull();
        return known == null ? BuiltImage.Source.NONE : new BuiltImageReader(known, files, images);
    }

    private Relations relations() {
        RelationsReader reader = new RelationsReader(map);
        return new Relations(
                reader.dependencies(),
                reader.uses(),
                string("network_mode"),
                string("container_name"),
                count(map.entry("scale")),
                count(deployEntry("replicas")),
                new LimitPairReader(map, partial).read());
    }

    private Field<String> string(String key) {
        Entry entry = map.entry(key);
        if (entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial || entry != null);
        }
        return Values.present(entry, Values.string(scalar));
    }

    private @Nullable Entry deployEntry(String key) {
        MapNode deploy = map.map("deploy");
        return deploy == null ? null : deploy.entry(key);
    }

    private Field<CommandLine> command(String key) {
        Entry entry = map.entry(key);
        Node node = map.get(key);
        if (entry == null || node == null) {
            return missing.field(partial || map.isReset(key));
        }
        // words that are not known say so themselves; the others still count
        return Values.present(
                entry, new Value.Literal<>(CommandReader.read(node), node.at().text()));
    }

    private List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        Node tmpfs = map.get("tmpfs");
        if (tmpfs instanceof ScalarNode scalar) {
            mounts.add(TmpfsReader.fromShort(scalar));
        } else if (tmpfs instanceof ListNode list) {
            addTmpfs(list.items(), mounts);
        }
        for (Mount mount : VolumeReader.all(map.get("volumes"))) {
            mounts.add(resolved(mount));
        }
        for (ScalarNode taken : new RelationsReader(map).unseenVolumes()) {
            mounts.add(OtherMount.unseen(taken.at(), taken));
        }
        return mounts;
    }

    private List<Mount> replaced() {
        List<Mount> replaced = new ArrayList<>(0);
        if (map.get("tmpfs") instanceof ListNode list) {
            addTmpfs(list.replaced(), replaced);
        }
        if (map.get("volumes") instanceof ListNode list) {
            for (Node item : list.replaced()) {
                replaced.add(resolved(VolumeReader.read(item)));
            }
        }
        return replaced;
    }

    private static void addTmpfs(List<Node> items, List<Mount> mounts) {
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && !scalar.isNull()) {
                mounts.add(TmpfsReader.fromShort(scalar));
            }
        }
    }

    /** A bind with its host path, or a volume that a tmpfs backs as such. */
    private Mount resolved(Mount mount) {
        if (mount instanceof BindMount bind) {
            String path = bind.source().value().known().orElse(null);
            return path == null
                    ? mount
                    : bind.at(files.fromProject(bind.source().at().file(), path));
        }
        if (!(mount instanceof VolumeMount volume)
                || volume.source().isEmpty()
                || !(mount.handle() instanceof Node entry)) {
            return mount;
        }
        String source = volume.source().get().value().known().orElse("");
        MapNode volumes = root.map("volumes");
        Entry declared = volumes == null ? null : volumes.entry(source);
        NamedVolume named = declared == null ? null : ResourceReader.volume(declared);
        if (declared == null || named == null || !named.tmpfs()) {
            return declared == null ? mount : bound(volume, declared);
        }
        Entry driverOpts = ((MapNode) declared.value()).entry("driver_opts");
        Location at = entry instanceof MapNode ? volume.target().at() : entry.at();
        Located<String> place = new Located<>(at.text(), at, entry.through());
        return driverOpts == null ? mount : TmpfsReader.fromVolume(named, driverOpts, place, volume.target(), entry);
    }

    /** A volume as the local driver makes it: some bind a path of the host. Source: docker volume create, mount(8). */
    private static VolumeMount bound(VolumeMount mount, Entry declared) {
        MapNode volume = declared.value() instanceof MapNode map ? map : null;
        ScalarNode driver = volume == null ? null : volume.scalar("driver");
        if (volume == null || (driver != null && !"local".equals(driver.known()))) {
            // what another driver makes of these options nobody knows
            return mount;
        }
        MapNode options = volume.map("driver_opts");
        ScalarNode o = options == null ? null : options.scalar("o");
        ScalarNode device = options == null ? null : options.scalar("device");
        String flags = o == null || o.known() == null ? "" : o.known();
        return device == null ? mount : mount.boundTo(Values.string(device), flags);
    }

    private List<Located<Value<PortMapping>>> ports() {
        List<Located<Value<PortMapping>>> ports = new ArrayList<>();
        if (map.get("ports") instanceof ListNode list) {
            for (Node item : list.items()) {
                Located<Value<PortMapping>> port = PortReader.read(item);
                if (port != null) {
                    ports.add(port);
                }
            }
        }
        return ports;
    }

    private Field<ByteSize> size(String key) {
        return Values.sizeField(map, key, missing, partial);
    }

    /** The limit that holds: {@code mem_limit} and {@code deploy} must agree, or Compose refuses the file. */
    private Field<ByteSize> limit() {
        return agreed(size("mem_limit"), deployed("limits"));
    }

    private Field<ByteSize> reservation() {
        return agreed(size("mem_reservation"), deployed("reservations"));
    }

    private Field<ByteSize> agreed(Field<ByteSize> own, Field<ByteSize> deployed) {
        if (!own.isPresent()) {
            return deployed.isPresent() ? deployed : own;
        }
        if (deployed.isPresent()
                && own instanceof Field.Present<ByteSize> written
                && written.value().value() instanceof Value.Invalid<ByteSize>) {
            // a YAML float is dropped, and the other place counts
            return deployed;
        }
        boolean differs = deployed.isPresent() && !own.known().equals(deployed.known());
        return differs ? new Field.Unknown<>(own.place()) : own;
    }

    private Field<ByteSize> deployed(String kind) {
        MapNode deploy = map.map("deploy");
        MapNode resources = deploy == null ? null : deploy.map("resources");
        MapNode part = resources == null ? null : resources.map(kind);
        return part == null ? missing.field(partial) : Values.sizeField(part, "memory", missing, partial);
    }

    private Field<SwapLimit> swap() {
        Entry entry = map.entry("memswap_limit");
        if (entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial || entry != null);
        }
        String text = scalar.text().value();
        if (text.equals("-1")) {
            boolean quoted = scalar.written().kind() == YamlScalar.Kind.STRING;
            SwapLimit unlimited = quoted ? SwapLimit.QUOTED_UNLIMITED : SwapLimit.UNLIMITED;
            return Values.present(entry, Value.read(scalar.text(), scalar.variables(), unlimited, ""));
        }
        Value<ByteSize> size = Values.size(scalar);
        if (size.known().isPresent() && size.known().get().bytes() == 0) {
            return new Field.Absent<>(scalar.at());
        }
        SwapLimit parsed = size.known().isPresent() ? SwapLimit.of(size.known().get()) : null;
        return Values.present(entry, Value.read(scalar.text(), scalar.variables(), parsed, "not a size"));
    }

    private Field<Integer> replicas() {
        Entry deployed = deployEntry("replicas");
        return count(deployed == null ? map.entry("scale") : deployed);
    }

    private Field<Integer> count(@Nullable Entry entry) {
        if (entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial);
        }
        return Values.present(entry, Value.read(scalar.text(), scalar.variables(), count(scalar), problem(scalar)));
    }

    private static String problem(ScalarNode scalar) {
        return scalar.text().value().startsWith("-") ? "negative" : "not a number";
    }

    private static @Nullable Integer count(ScalarNode scalar) {
        long count = Values.integer(scalar).orElse(-1);
        return count < 0 || count > Integer.MAX_VALUE ? null : (int) count;
    }

    private List<String> profiles() {
        List<String> profiles = new ArrayList<>();
        if (map.get("profiles") instanceof ListNode list) {
            for (Node item : list.items()) {
                String profile = item instanceof ScalarNode scalar ? scalar.known() : null;
                if (profile != null) {
                    profiles.add(profile);
                }
            }
        }
        return profiles;
    }

    private boolean isSwarm() {
        MapNode deploy = map.map("deploy");
        if (deploy == null) {
            return false;
        }
        for (String key : SWARM_KEYS) {
            if (deploy.get(key) != null) {
                return true;
            }
        }
        ScalarNode mode = deploy.scalar("mode");
        String value = mode == null ? null : mode.known();
        return value != null && !value.equals("replicated");
    }
}
