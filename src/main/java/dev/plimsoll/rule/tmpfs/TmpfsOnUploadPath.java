package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.PathWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that users hand in, on a tmpfs that forgets them. */
public final class TmpfsOnUploadPath implements DeclaredTmpfsRule {
    private static final Set<String> WORDS = Set.of(
            "upload", "uploads", "uploaded", "media", "backup", "backups", "storage", "attachment", "attachments");

    /** Words by which a variable says that the directory it names is for a while only. */
    private static final Set<String> TEMPORARY = Set.of("tmp", "temp", "temporary", "cache");

    /** Words of the variables that object stores have. */
    private static final Set<String> OBJECT_STORE = Set.of("s3", "bucket", "minio", "r2", "gcs");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsOnUploadPath(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-on-upload-path";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        Container container = declared.container();
        Optional<ContainerPath> path = mount.path();
        boolean keeps = mount.isOwn() && !mount.readOnly() && path.isPresent() && !PathWords.isDisposable(path.get());
        String sign = keeps ? sign(mount, path.get(), container) : null;
        return sign == null || isMeant(mount, path.get(), container)
                ? List.of()
                : List.of(finding(container, mount, sign));
    }

    /** What says that the files are to be kept; null if nothing does. */
    private static @Nullable String sign(TmpfsMount mount, ContainerPath path, Container container) {
        String named = PathWords.named(path, WORDS);
        if (named != null) {
            String written = mount.target().value().raw();
            return "\"" + (written.contains(named) ? named : written) + "\"";
        }
        String first = null;
        for (Map.Entry<String, Located<Value<String>>> variable :
                container.environment().entrySet()) {
            String key = variable.getKey();
            Optional<String> value = variable.getValue().value().known();
            Optional<ContainerPath> directory = value.isPresent() ? ContainerPath.of(value.get()) : Optional.empty();
            boolean there = directory.isPresent()
                    && directory.get().isAtOrBelow(path)
                    && !PathWords.isDisposable(directory.get());
            if (there
                    && PathWords.hasWord(key, WORDS)
                    && !PathWords.hasWord(key, TEMPORARY)
                    && (first == null || key.compareTo(first) < 0)) {
                first = key;
            }
        }
        return first;
    }

    /** Whether the service knows an object store, to which it passes the files on. */
    private static boolean goElsewhere(Container container) {
        for (String variable : container.environment().keySet()) {
            if (PathWords.hasWord(variable, OBJECT_STORE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the loss is meant, or another rule speaks of it. */
    private boolean isMeant(TmpfsMount mount, ContainerPath path, Container container) {
        if (TestingNames.sign(container).isPresent() || goElsewhere(container)) {
            return true;
        }
        for (DataOnTmpfs data : DataOnTmpfs.in(container, images)) {
            if (data.mount().equals(mount)) {
                return true;
            }
        }
        Optional<ImageFacts> facts = images.of(container);
        return facts.isPresent()
                && (facts.get().isEphemeral() || facts.get().writablePaths().contains(path));
    }

    private Finding finding(Container container, TmpfsMount mount, String sign) {
        String name = container.name().value();
        String target = mount.path().map(ContainerPath::value).orElse("/");
        String volume = name + "-" + target.substring(target.lastIndexOf('/') + 1);
        String wayOut = "keep the files in a named volume";
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw());
        String objection = VolumeOwner.objection(container, mount, images);
        if (objection == null) {
            finding.change(wayOut, Safety.UNSAFE, new Change.ReplaceByVolume(mount, volume, target));
        } else {
            finding.withheld(wayOut, objection);
        }
        return finding.says(mount.description() + " of \"" + name + "\" looks meant for files to keep (" + sign
                + "): they are lost whenever the container stops");
    }
}
