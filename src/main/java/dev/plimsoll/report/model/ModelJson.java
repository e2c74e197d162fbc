package dev.plimsoll.report.model;

import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortRange;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.report.JsonWriter;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.Text;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The model as JSON, version 1: sizes in bytes, null for what is absent, {@code {"unknown": "${X}"}} for what is unknown. */
public final class ModelJson {
    private static final int FORMAT_VERSION = 1;
    private static final long UNLIMITED = -1;

    private final JsonWriter json;
    private final boolean partial;

    private ModelJson(JsonWriter json, boolean partial) {
        this.json = json;
        this.partial = partial;
    }

    /** Writes a project. */
    public static void write(Project project, String directory, StringBuilder out) {
        new ModelJson(new JsonWriter(out), project.partial()).project(project, directory);
        out.append('\n');
    }

    private void project(Project project, String directory) {
        json.beginObject().key("version").number(FORMAT_VERSION);
        json.key("project").string(project.name().known().orElse(directory));
        json.key("containers").beginArray();
        for (Container container : project.containers()) {
            container(container);
        }
        json.endArray().key("volumes").beginArray();
        for (Resource volume : project.resources(ResourceKind.VOLUME)) {
            json.beginObject().key("name").string(volume.name());
            json.key("external").bool(volume.isExternal());
            json.key("origin");
            origin(volume.key().shown());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void container(Container container) {
        json.beginObject();
        json.key("name").string(container.name().value());
        json.key("image");
        image(container.image());
        json.key("command");
        words(container.command());
        json.key("entrypoint");
        words(container.entrypoint());
        environment(container);
        memory(container);
        json.key("replicas");
        Field<Integer> replicas = container.replicas();
        if (replicas.isAbsent()) {
            json.number(1);
        } else if (replicas.known().isPresent()) {
            json.number(replicas.known().get());
        } else {
            unknown(replicas.raw());
        }
        json.key("dependsOn").beginArray();
        TreeSet<String> names = new TreeSet<>();
        for (Dependency dependency : container.relations().dependencies()) {
            names.add(dependency.service().value());
        }
        for (String name : names) {
            json.string(name);
        }
        json.endArray().key("mounts").beginArray();
        for (Mount mount : container.mounts()) {
            if (container.dialect() == Container.Dialect.COMPOSE
                    && mount instanceof OtherMount other
                    && other.isUnseen()) {
                // the volumes of a container elsewhere: Compose's model has no mount for them either
                continue;
            }
            mount(mount);
        }
        json.endArray().key("ports").beginArray();
        Set<String> known = new HashSet<>();
        for (Located<Value<PortMapping>> port : container.ports()) {
            port(port, known);
        }
        json.endArray();
        origins(container);
        json.endObject();
    }

    private void image(Field<ImageReference> image) {
        if (!image.isPresent()) {
            absent(image);
        } else if (image.known().isPresent()) {
            json.string(image.known().get().written());
        } else {
            unknown(image.raw());
        }
    }

    /** In a project that was read whole, what nobody wrote is not there: {@code !reset} takes it away. */
    private void absent(Field<?> field) {
        if (field.isAbsent() || !partial) {
            json.nothing();
        } else {
            unknown("");
        }
    }

    private void words(Field<CommandLine> field) {
        CommandLine command = field.orNull();
        if (command == null) {
            absent(field);
            return;
        }
        json.beginArray();
        for (Text word : command.words()) {
            if (word.isKnown()) {
                json.string(word.value());
            } else {
                unknown(word.location().text());
            }
        }
        json.endArray();
    }

    private void environment(Container container) {
        json.key("environment").beginObject();
        for (Map.Entry<String, Located<Value<String>>> variable : new TreeMap<>(container.environment()).entrySet()) {
            json.key(variable.getKey());
            Value<String> value = variable.getValue().value();
            if (value.isInherited()) {
                json.nothing();
            } else {
                string(value);
            }
        }
        json.endObject();
    }

    private void memory(Container container) {
        json.key("memory").beginObject();
        json.key("limit");
        size(container.memory().limit());
        json.key("swap");
        Field<SwapLimit> swap = container.memory().swap();
        SwapLimit known = swap.orNull();
        if (known != null) {
            json.number(known.unlimited() ? UNLIMITED : known.total().bytes());
        } else if (isInvalid(swap)) {
            json.nothing();
        } else if (swap.isPresent()) {
            unknown(swap.raw());
        } else {
            absent(swap);
        }
        json.key("reservation");
        size(container.memory().reservation());
        json.key("shm");
        size(container.memory().shm());
        json.endObject();
    }

    private static boolean isInvalid(Field<?> field) {
        return field instanceof Field.Present<?> present && present.value().value() instanceof Value.Invalid<?>;
    }

    private void size(Field<ByteSize> field) {
        if (field.known().isPresent()) {
            json.number(field.known().get().bytes());
        } else if (isInvalid(field)) {
            // a YAML float, which Compose drops; anything else it refuses
            json.nothing();
        } else if (field.isPresent()) {
            unknown(field.raw());
        } else {
            absent(field);
        }
    }

    private void mount(Mount mount) {
        json.beginObject();
        json.key("type").string(type(mount));
        json.key("target");
        boolean cleaned = !(mount instanceof TmpfsMount tmpfs && tmpfs.declaration() == TmpfsMount.Declaration.SHORT);
        if (cleaned && mount.path().isPresent()) {
            json.string(mount.path().get().value());
        } else {
            string(mount.target().value());
        }
        json.key("source");
        Optional<Located<Value<String>>> source = source(mount);
        if (mount instanceof BindMount bind && bind.hostPath().isPresent()) {
            json.string(bind.hostPath().get());
        } else if (source.isPresent()) {
            string(source.get().value());
        } else {
            json.nothing();
        }
        json.key("size");
        tmpfsSize(mount);
        json.key("mode");
        FileMode mode = mount instanceof TmpfsMount tmpfs ? tmpfs.mode().orNull() : null;
        if (mode == null) {
            json.nothing();
        } else {
            json.string(mode.octal());
        }
        json.key("readOnly").bool(isReadOnly(mount));
        json.key("origin");
        origin(
                mount instanceof TmpfsMount tmpfs
                        ? tmpfs.shown()
                        : mount.target().shown());
        json.endObject();
    }

    private static String type(Mount mount) {
        if (mount instanceof TmpfsMount) {
            return "tmpfs";
        }
        if (mount instanceof VolumeMount) {
            return "volume";
        }
        return mount instanceof OtherMount other ? other.type() : "bind";
    }

    private static Optional<Located<Value<String>>> source(Mount mount) {
        if (mount instanceof VolumeMount volume) {
            return volume.source();
        }
        if (mount instanceof OtherMount other) {
            return other.source();
        }
        if (mount instanceof TmpfsMount tmpfs && tmpfs.volume().isPresent()) {
            Located<String> key = tmpfs.volume().get().key();
            return Optional.of(key.with(new Value.Literal<>(key.value(), key.value())));
        }
        return mount instanceof BindMount bind ? Optional.of(bind.source()) : Optional.empty();
    }

    private static boolean isReadOnly(Mount mount) {
        if (mount instanceof VolumeMount volume) {
            return volume.readOnly();
        }
        if (mount instanceof TmpfsMount tmpfs) {
            return tmpfs.readOnly();
        }
        return mount instanceof BindMount bind && bind.readOnly();
    }

    private void tmpfsSize(Mount mount) {
        if (!(mount instanceof TmpfsMount tmpfs) || tmpfs.size().isAbsent()) {
            json.nothing();
        } else if (tmpfs.size().orNull() instanceof TmpfsSize.Bytes bytes) {
            json.number(bytes.size().bytes());
        } else if (tmpfs.size().orNull() instanceof TmpfsSize.Unlimited) {
            json.number(0);
        } else {
            unknown(tmpfs.size().raw());
        }
    }

    private void port(Located<Value<PortMapping>> port, Set<String> known) {
        PortMapping mapping = port.value().known().orElse(null);
        if (mapping == null) {
            unknown(port.value().raw());
            return;
        }
        PortRange targets = PortRange.of(mapping.target());
        PortRange published = PortRange.of(mapping.published().orElse(""));
        // ranges of one length are pairs of ports; a range for one port is one to choose from
        boolean pairs = targets.size() > 1 && published.size() == targets.size();
        for (int i = 0; i < targets.size(); i++) {
            Optional<String> host = pairs ? Optional.of(Integer.toString(published.first() + i)) : mapping.published();
            int target = targets.first() + i;
            if (!known.add(mapping.hostIp() + " " + host + " " + target + " " + mapping.protocol())) {
                continue;
            }
            json.beginObject();
            json.key("hostIp");
            optional(mapping.hostIp());
            json.key("published");
            optional(host);
            json.key("target").number(target);
            json.key("protocol").string(mapping.protocol());
            json.key("origin");
            origin(port.shown());
            json.endObject();
        }
    }

    private void optional(Optional<String> text) {
        if (text.isPresent()) {
            json.string(text.get());
        } else {
            json.nothing();
        }
    }

    private void string(Value<String> value) {
        if (value.known().isPresent()) {
            json.string(value.known().get());
        } else {
            unknown(value.raw());
        }
    }

    private void unknown(String raw) {
        json.beginObject().key("unknown").string(raw).endObject();
    }

    private void origins(Container container) {
        json.key("origins").beginObject();
        json.key("name");
        origin(container.name().shown());
        origin("image", container.image());
        origin("command", container.command());
        origin("entrypoint", container.entrypoint());
        origin("memory.limit", container.memory().limit());
        origin("memory.swap", container.memory().swap());
        origin("memory.reservation", container.memory().reservation());
        origin("memory.shm", container.memory().shm());
        origin("replicas", container.replicas());
        for (Map.Entry<String, Located<Value<String>>> variable : new TreeMap<>(container.environment()).entrySet()) {
            json.key("environment." + variable.getKey());
            origin(variable.getValue().shown());
        }
        Set<String> told = new HashSet<>();
        for (Dependency dependency : container.relations().dependencies()) {
            // a list may name a service twice, a JSON object may not
            if (dependency.reason() == Dependency.Reason.DEPENDS_ON
                    && told.add(dependency.service().value())) {
                json.key("dependsOn." + dependency.service().value());
                origin(dependency.service().shown());
            }
        }
        json.endObject();
    }

    private void origin(String key, Field<?> field) {
        if (field instanceof Field.Present<?> present) {
            json.key(key);
            origin(present.value().shown());
        }
    }

    private void origin(Location at) {
        Position start = at.start();
        json.beginObject().key("path").string(at.file().path());
        json.key("line")
                .number(start.line())
                .key("column")
                .number(start.column())
                .endObject();
    }
}
