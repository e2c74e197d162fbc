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
    private static final String DEVICES = "/dev/";

    /** What the names of disks begin with that go on with letters, {@code sda}. Source: Linux admin-guide/devices.txt. */
    private static final String[] LETTERED = {"sd", "vd", "xvd"};

    /** What the names of disks begin with that go on with a number. Source: as above. */
    private static final String[] NUMBERED = {"nvme", "mmcblk", "md", "loop", "dm-", "rbd"};

    /** Directories with other names of disks. */
    private static final String[] DIRECTORIES = {"disk/", "mapper/", "md/", "rbd/"};

    /** Letters in the names of as many disks as a host has: {@code sdzz} is the 702nd. */
    private static final int MAX_LETTERS = 2;

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DeviceDangerous(ImageCatalog images) {
        this.images = images;
    }

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
        if (name.equals("zfs")) {
            return "it is the one through which the host's ZFS pools are managed";
        }
        return isDisk(name) ? "a process in it can read the whole disk, past the permissions of its files" : null;
    }

    private static boolean isDisk(String name) {
        for (String start : LETTERED) {
            int letters = 0;
            while (name.startsWith(start) && isLetter(name, start.length() + letters)) {
                letters++;
            }
            int end = start.length() + letters;
            if (letters > 0 && letters <= MAX_LETTERS && (end == name.length() || isDigit(name, end))) {
                return true;
            }
        }
        for (String start : NUMBERED) {
            if (name.startsWith(start) && isDigit(name, start.length())) {
                return true;
            }
        }
        for (String start : DIRECTORIES) {
            if (name.startsWith(start) && name.length() > start.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String name, int at) {
        return at < name.length() && name.charAt(at) >= 'a' && name.charAt(at) <= 'z';
    }

    private static boolean isDigit(String name, int at) {
        return at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
    }
}
