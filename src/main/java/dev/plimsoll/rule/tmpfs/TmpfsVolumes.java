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

    /** The known value of an option; empty text if there is none. */
    static String known(Resource resource, String option) {
        Optional<Located<Value<String>>> value = resource.driverOption(option);
        return value.isPresent() ? value.get().value().known().orElse("") : "";
    }
}
