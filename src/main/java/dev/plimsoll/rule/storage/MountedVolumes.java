package dev.plimsoll.rule.storage;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.rule.Misspelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the volumes that services mount: also in a file over which another one was laid, as the file may be used
 * without that.
 *
 * @param names those that are known
 * @param whole whether all are known
 * @param unused declared volumes that are not among them
 * @param bySpelling the declared volumes by their names without capitals and signs between words
 */
record MountedVolumes(Set<String> names, boolean whole, List<Resource> unused, Map<String, List<Resource>> bySpelling) {
    /** Unused volumes with which a misspelt name is compared; nobody has more of them. */
    private static final int MAX_COMPARED = 100;

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
        List<Resource> unused = new ArrayList<>();
        Map<String, List<Resource>> bySpelling = new HashMap<>();
        for (Resource volume : project.resources(ResourceKind.VOLUME)) {
            bySpelling
                    .computeIfAbsent(Misspelling.letters(volume.name()), key -> new ArrayList<>(1))
                    .add(volume);
            if (!names.contains(volume.name())) {
                unused.add(volume);
            }
        }
        return new MountedVolumes(names, whole, unused, bySpelling);
    }

    /** Whether it is certain that nobody mounts a declared volume. */
    boolean isUnused(Resource volume) {
        return whole && !names.contains(volume.name());
    }

    /**
     * The declared volumes that somebody may have meant who mounts one that nobody declares: those that are spelled like it
     * but for the signs between words, and those that are spelled almost like it and that no service is known to mount.
     */
    List<Resource> meantBy(String undeclared) {
        List<Resource> meant = new ArrayList<>(bySpelling.getOrDefault(Misspelling.letters(undeclared), List.of()));
        for (Resource volume : unused.size() <= MAX_COMPARED ? unused : List.<Resource>of()) {
            if (!meant.contains(volume) && Misspelling.of(undeclared, volume.name())) {
                meant.add(volume);
            }
        }
        return meant;
    }

    /** The one volume that was certainly meant, so that the use may be renamed; null if that is not certain. */
    @Nullable
    Resource certain(List<Resource> meant) {
        return meant.size() == 1 && isUnused(meant.get(0)) ? meant.get(0) : null;
    }
}
