package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.UnmountedData;
import java.util.ArrayList;
import java.util.List;

/** A database that forgets everything when it stops. */
public final class TmpfsOnDataPath implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsOnDataPath(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-on-data-path";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (DataOnTmpfs found : DataOnTmpfs.in(container, images)) {
            if (found.excuse().isEmpty()) {
                findings.add(finding(container, found));
            }
        }
        return findings;
    }

    private Finding finding(Container container, DataOnTmpfs found) {
        String name = container.name().value();
        String target = found.volumeTarget().shownMountPoint();
        String volume = name + "-data";
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(
                        container, found.mount().declared())
                .evidence(found.mount().target().value().raw())
                .label(
                        container.contentsSource(),
                        found.owner() + " keeps its data in " + found.data().written());
        String wayOut = "keep the data in a named volume at " + target;
        String objection = VolumeOwner.objectionAtImageDirectory(container, images);
        if (objection != null) {
            finding.withheld(wayOut, objection);
        } else if (found.volumeTarget().isWritten()) {
            finding.change(wayOut, Safety.UNSAFE, new Change.ReplaceByVolume(found.mount(), volume, target));
        } else {
            finding.help(wayOut);
        }
        return finding.says(message(container, found));
    }

    private static String message(Container container, DataOnTmpfs found) {
        String name = container.name().value();
        String mount = found.mount().description() + " of \"" + name + "\"";
        String path = found.data().path().value();
        if (!found.isHeld()) {
            return mount + " lies above " + found.data().written() + ", where " + found.owner() + " keeps its data: "
                    + UnmountedData.consequence(container, found.data());
        }
        boolean same = found.mount().path().isPresent()
                && found.mount().path().get().value().equals(path);
        return mount + " holds " + (same ? "" : found.data().written() + ", ") + "the data of " + found.owner()
                + ": it is lost whenever the container stops";
    }
}
