package dev.plimsoll.compose;

import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.read.RelationsReader;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a single file is but laid over another one, {@code compose.override.yaml} or {@code docker-compose-prod.yml}.
 * Nothing in such a file says so. Its name makes it possible; that it lacks something which a base file has decides. A file
 * of such a name whose services have all that they need is a project. A file that a base file names is a part of that one.
 */
final class Overlay {
    private static final String SERVICES = "services";

    /** Directories at and above that of the file in which a base file is looked for: overlays often have one of their own. */
    private static final int LEVELS = 4;

    private final ProjectFiles files;

    Overlay(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Whether a file of such a name is an overlay: if a base file has what it lacks, or if services lack an image and there
     * is no base file that could tell.
     *
     * @param root what is in it; null for nothing
     */
    boolean is(File file, @Nullable MapNode root) {
        if (root == null) {
            return true;
        }
        Set<String> lacking = new HashSet<>();
        boolean lacksImage = withoutImage(root, lacking);
        undeclared(root, lacking);
        if (lacking.isEmpty()) {
            return false;
        }
        List<File> bases = basesOf(file);
        for (File base : bases) {
            if (hasAny(base, lacking) || names(base, file)) {
                return true;
            }
        }
        return lacksImage && bases.isEmpty();
    }

    /** Whether there is a file that such a file may be laid over. */
    boolean hasBase(File file) {
        return !basesOf(file).isEmpty();
    }

    private List<File> basesOf(File file) {
        List<File> found = new ArrayList<>();
        File directory = file.getAbsoluteFile().getParentFile();
        for (int level = 0; level < LEVELS && directory != null; level++) {
            for (File base : ProjectDiscovery.bases(directory)) {
                if (!base.equals(file.getAbsoluteFile()) && files.isThere(base)) {
                    found.add(base);
                }
            }
            directory = directory.getParentFile();
        }
        return found;
    }

    private static boolean withoutImage(MapNode root, Set<String> lacking) {
        boolean any = false;
        MapNode services = root.map(SERVICES);
        for (Map.Entry<String, Entry> entry : services == null
                ? Map.<String, Entry>of().entrySet()
                : services.entries().entrySet()) {
            boolean whole = entry.getValue().value() instanceof MapNode service
                    && (service.get("image") != null
                            || service.get("build") != null
                            || service.get("provider") != null
                            || service.get("extends") != null);
            if (!whole) {
                any = true;
                lacking.add(SERVICES + '/' + entry.getKey());
            }
        }
        return any;
    }

    /** What services refer to and nothing declares. */
    private static void undeclared(MapNode root, Set<String> lacking) {
        MapNode services = root.map(SERVICES);
        for (Entry entry :
                services == null ? List.<Entry>of() : services.entries().values()) {
            if (entry.value() instanceof MapNode service) {
                RelationsReader relations = new RelationsReader(service);
                for (ResourceUse use : relations.uses()) {
                    Optional<String> name = use.name().value().known();
                    if (name.isPresent()) {
                        add(root, use.kind().key(), name.get(), lacking);
                    }
                }
                for (Dependency dependency : relations.dependencies()) {
                    add(root, SERVICES, dependency.service().value(), lacking);
                }
            }
        }
    }

    private static void add(MapNode root, String section, String name, Set<String> lacking) {
        MapNode declared = root.map(section);
        boolean standard = section.equals("networks") && name.equals("default");
        if (!standard && (declared == null || declared.entry(name) == null)) {
            lacking.add(section + '/' + name);
        }
    }

    /** Whether the base file speaks of this one, most likely to extend services of it. */
    private boolean names(File base, File file) {
        try {
            return files.read(base).text().contains(file.getName());
        } catch (UnreadableSourceException e) {
            return true;
        }
    }

    private boolean hasAny(File base, Set<String> wanted) {
        try {
            for (YamlNode document : files.parse(base)) {
                if (document instanceof YamlMapping root && hasAny(root, wanted)) {
                    return true;
                }
            }
            return false;
        } catch (UnreadableSourceException | YamlSyntaxException e) {
            // what is in it is not known, and it may be anything
            return true;
        }
    }

    private static boolean hasAny(YamlMapping root, Set<String> wanted) {
        for (YamlMapping.Entry section : root.entries()) {
            if (section.key() instanceof YamlScalar key && section.value() instanceof YamlMapping declared) {
                for (YamlMapping.Entry entry : declared.entries()) {
                    if (entry.key() instanceof YamlScalar name && wanted.contains(key.value() + '/' + name.value())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
