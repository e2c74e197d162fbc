package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.PathWords;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A named volume that is a tmpfs: it goes on being listed, and its files are gone. Source: moby volume/local/local.go. */
public final class TmpfsVolumeVolatile implements ProjectRule {
    /** Words by which a volume's name promises to keep something. */
    private static final Set<String> KEPT = Set.of(
            "data",
            "database",
            "db",
            "pgdata",
            "mysql",
            "postgres",
            "storage",
            "store",
            "state",
            "persist",
            "persistent",
            "persistence",
            "upload",
            "uploads",
            "media",
            "backup",
            "backups",
            "files",
            "documents",
            "attachments",
            "session",
            "sessions");

    /** Words by which it says that it does not. */
    private static final Set<String> TRANSIENT =
            Set.of("tmp", "temp", "tmpfs", "ram", "cache", "scratch", "ephemeral", "volatile", "shm", "memory");

    /** Parts of a name that claim encryption. */
    private static final List<String> ENCRYPTED = List.of("encrypt", "crypt", "luks");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsVolumeVolatile(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-volume-volatile";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Resource volume : TmpfsVolumes.withOptions(project)) {
            if (TmpfsVolumes.isTmpfs(volume) && promises(volume.name()) && !isToldElsewhere(volume, project)) {
                findings.add(finding(volume));
            }
        }
        return findings;
    }

    private static boolean promises(String name) {
        return isEncrypted(name) || (PathWords.hasWord(name, KEPT) && !PathWords.hasWord(name, TRANSIENT));
    }

    private static boolean isEncrypted(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : ENCRYPTED) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule on data speaks of it, or only tests use it. */
    private boolean isToldElsewhere(Resource volume, Project project) {
        boolean used = false;
        boolean onlyTests = true;
        for (Container container : project.containers()) {
            for (TmpfsMount mount : container.tmpfsMounts()) {
                if (mount.volume().isEmpty() || !mount.volume().get().name().equals(volume.name())) {
                    continue;
                }
                used = true;
                onlyTests &= TestingNames.sign(container).isPresent();
                for (DataOnTmpfs data : DataOnTmpfs.in(container, images)) {
                    if (data.mount().equals(mount)) {
                        return true;
                    }
                }
            }
        }
        return used && onlyTests;
    }

    private static Finding finding(Resource volume) {
        String claim = isEncrypted(volume.name())
                ? "; despite its name it is not encrypted, and it can be swapped to disk"
                : "";
        return Finding.at(volume.key().shown())
                .evidence(volume.name())
                .help("say in its name that it is temporary, or remove driver_opts to keep the files")
                .says("volume \"" + volume.name()
                        + "\" is a tmpfs: its files are gone when the last container that uses it stops, though docker"
                        + " volume ls still lists it" + claim);
    }
}
