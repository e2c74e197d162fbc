package dev.plimsoll.rule.storage;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.rule.Misspelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the volumes that services mount: also in a file over which another one was laid, as the file may be used
 * without that.
 *
 * @param names those that are known
 * @param whole whether all are known
 */
record MountedVolumes(Set<String> names, boolean whole) {
    static MountedVolumes of(Project project) {
        Set<String> names = new HashSet<>(project.mountedInFiles());
        boolean whole = true;
        for (Container container : project.containers()) {
            for (ResourceUse use : container.relations().uses()) {
                if (use.kind() == ResourceKind.VOLUME) {
                    @Nullable String name = use.name().value().known().orElse(null);
                    if (name == null) {
                        whole = false;
                    } else {
                        names.add(name);
                    }
                }
            }
        }
        return new MountedVolumes(names, whole);
    }

    /** Whether it is certain that nobody mounts a declared volume. */
    boolean isUnused(Resource volume) {
        return whole && !names.contains(volume.name());
    }

    /**
     * The declared volumes that somebody may have meant who mounts one that nobody declares: those that are spelled almost
     * like it and that no service is known to mount, and those that are spelled like it but for the signs between words.
     */
    List<Resource> meantBy(String undeclared, Project project) {
        List<Resource> meant = new ArrayList<>(1);
        for (Resource volume : project.resources(ResourceKind.VOLUME)) {
            boolean free = !names.contains(volume.name());
            if (Misspelling.isSameWord(undeclared, volume.name())
                    || (free && Misspelling.of(undeclared, volume.name()))) {
                meant.add(volume);
            }
        }
        return meant;
    }

    /** The one volume that somebody certainly meant, so that the use may be renamed; null if that is not certain. */
    @Nullable
    Resource certainlyMeantBy(String undeclared, Project project) {
        List<Resource> meant = meantBy(undeclared, project);
        return meant.size() == 1 && isUnused(meant.get(0)) ? meant.get(0) : null;
    }
}
