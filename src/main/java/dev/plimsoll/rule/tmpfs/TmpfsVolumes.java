package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Volumes whose options go to Docker's own driver. */
final class TmpfsVolumes {
    /** The option of the driver that has those of the mount. */
    static final String MOUNT_OPTIONS = "o";

    private static final String LOCAL = "local";

    private TmpfsVolumes() {}

    /** Those with options, made by this project and not elsewhere. */
    static List<Resource> withOptions(Project project) {
        List<Resource> found = new ArrayList<>(0);
        for (Resource resource : project.resources()) {
            if (resource.kind() == ResourceKind.VOLUME
                    && !resource.isExternal()
                    && !resource.driverOptions().isEmpty()
                    && isLocal(resource)) {
                found.add(resource);
            }
        }
        return found;
    }

    private static boolean isLocal(Resource resource) {
        return resource.driver().isEmpty()
                || LOCAL.equals(resource.driver().get().value().known().orElse(""));
    }

    /** Whether it is a tmpfs. */
    static boolean isTmpfs(Resource resource) {
        return known(resource, "type").equals("tmpfs");
    }

    /**
     * Whether nothing keeps it from growing: no size or number of pages among the options of the mount, no quota, which
     * tmpfs-volume-incomplete speaks of, and it can be written to.
     */
    static boolean isUnbounded(Resource resource) {
        Optional<Located<Value<String>>> options = resource.driverOption(MOUNT_OPTIONS);
        if (options.isEmpty()) {
            return resource.driverOption("size").isEmpty();
        }
        Optional<String> known = options.get().value().known();
        return resource.driverOption("size").isEmpty()
                && known.isPresent()
                && !has(known.get(), "size=")
                && !has(known.get(), "nr_blocks=")
                && !has(known.get(), "ro");
    }

    /** Whether mount options have a size. */
    static boolean hasSize(String options) {
        return has(options, "size=");
    }

    private static boolean has(String options, String option) {
        for (String one : options.split(",", -1)) {
            if (option.endsWith("=") ? one.startsWith(option) : one.equals(option)) {
                return true;
            }
        }
        return false;
    }

    /** The known value of an option; empty text if there is none. */
    static String known(Resource resource, String option) {
        Optional<Located<Value<String>>> value = resource.driverOption(option);
        return value.isPresent() ? value.get().value().known().orElse("") : "";
    }
}
