package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.HostDevice;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A disk of the host, or its kernel log, as a device of a container. */
public final class DeviceDangerous implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DeviceDangerous(ImageCatalog images) {
        this.images = images;
    }

    /** What the names of disks begin with. Source: Linux Documentation/admin-guide/devices.txt. */
    private static final String[] DISKS = {
        "sd", "nvme", "vd", "xvd", "mmcblk", "md", "loop", "dm-", "rbd", "disk/", "mapper/"
    };

    private static final String DEVICES = "/dev/";

    @Override
    public String id() {
        return "device-dangerous";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        if (written == null
                || written.devices().isEmpty()
                || container.host().isPrivileged()
                || ByDesign.isFor(container, id(), images)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Located<Value<HostDevice>> device : written.devices()) {
            String path = path(device.value());
            @Nullable String gives = path.isEmpty() ? null : gives(path);
            if (gives != null) {
                // what a variable holds is not ours to tell
                String shown = device.value() instanceof Value.Literal
                        ? path
                        : device.value().raw();
                findings.add(FindingDraft.at(container, device)
                        .evidence(shown)
                        .help("mount the directory that it needs, or leave the device out")
                        .says("\"" + container.name().value() + "\" has the device " + shown + ": " + gives));
            }
        }
        return findings;
    }

    private static String path(Value<HostDevice> device) {
        Optional<HostDevice> known = device.known();
        return known.isPresent() ? known.get().path().orElse("") : "";
    }

    private static @Nullable String gives(String path) {
        if (path.equals("/dev")) {
            return "a process in it can read and write every disk of the host";
        }
        if (!path.startsWith(DEVICES)) {
            return null;
        }
        String name = path.substring(DEVICES.length());
        if (name.equals("kmsg")) {
            return "a process in it can read the host's kernel log, and write to it";
        }
        boolean disk = name.equals("zfs");
        for (String start : DISKS) {
            disk |= name.startsWith(start) && name.length() > start.length();
        }
        return disk ? "a process in it can read the whole disk, past the permissions of its files" : null;
    }
}
