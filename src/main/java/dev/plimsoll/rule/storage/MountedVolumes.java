package dev.plimsoll.rule.storage;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.model.VolumeMount;
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
 */
final class MountedVolumes {
    /** Unused volumes with which a misspelt name is compared; nobody has more of them. */
    private static final int MAX_COMPARED = 100;

    private final Set<String> names;
    private final boolean whole;
    private final List<Resource> declared;
    private final List<Resource> unused = new ArrayList<>();
    /** The declared volumes by their names without capitals and signs between words; filled when it is asked for. */
    private final Map<String, List<Resource>> bySpelling = new HashMap<>(0);

    private MountedVolumes(Set<String> names, boolean whole, List<Resource> declared) {
        this.names = names;
        this.whole = whole;
        this.declared = declared;
        for (Resource volume : declared) {
            if (!names.contains(volume.name())) {
                unused.add(volume);
            }
        }
    }

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
            for (Mount mount : container.mounts()) {
                @Nullable String letter = driveLetter(mount);
                if (letter != null) {
                    // meant as the volume's name, and volume-one-letter says so
                    names.add(letter);
                }
            }
            for (Mount replaced : container.replaced()) {
                // where targets are spelled in two ways Docker may let an earlier one win
                if (replaced instanceof VolumeMount volume && volume.source().isPresent()) {
                    names.add(volume.source().get().value().known().orElse(""));
                }
            }
        }
        return new MountedVolumes(names, whole, project.resources(ResourceKind.VOLUME));
    }

    /** The letter of a mount such as {@code d:/x}, which is read as a path on a drive of Windows; null for any other. */
    static @Nullable String driveLetter(Mount mount) {
        boolean anonymous =
                mount instanceof VolumeMount volume && volume.source().isEmpty();
        String target = anonymous ? mount.target().value().known().orElse("") : "";
        boolean drive = target.length() > 2
                && Character.isLetter(target.charAt(0))
                && target.charAt(1) == ':'
                && target.charAt(2) == '/';
        return drive ? target.substring(0, 1) : null;
    }

    private List<Resource> spelledLike(String name) {
        if (bySpelling.isEmpty()) {
            for (Resource volume : declared) {
                String letters = Misspelling.letters(volume.name());
                List<Resource> alike = bySpelling.get(letters);
                if (alike == null) {
                    alike = new ArrayList<>(1);
                    bySpelling.put(letters, alike);
                }
                alike.add(volume);
            }
        }
        return bySpelling.getOrDefault(Misspelling.letters(name), List.of());
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
        List<Resource> meant = new ArrayList<>(spelledLike(undeclared));
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
