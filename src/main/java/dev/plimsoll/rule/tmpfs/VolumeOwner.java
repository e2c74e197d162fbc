package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageUser;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.rule.RunUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a new named volume belongs to: root, or the owner of the directory that the image has there. A user who could write
 * to a tmpfs may find such a volume closed. Source: testdata/engine/tmpfs-on-data-path, tmpfs-on-upload-path.
 */
final class VolumeOwner {
    private VolumeOwner() {}

    /**
     * Why a volume in place of a tmpfs at a directory that the image has for its own user may be closed to the container's
     * user: a part of a sentence; null if it runs as root or as the image's user.
     */
    static @Nullable String objectionAtImageDirectory(Container container, ImageCatalog images) {
        Field<String> own = container.host().user();
        if (own.isAbsent() || RunUser.isRoot(container)) {
            return null;
        }
        RunUser user = RunUser.of(container, images);
        ImageFacts facts = images.of(container).orElse(null);
        ImageUser usual = facts == null ? null : facts.user(container).orElse(null);
        if (user != null && usual != null && isSame(user, usual)) {
            return null;
        }
        return "a new volume belongs to the owner of the image's directory, and user \"" + own.raw()
                + "\" may not write to it";
    }

    private static boolean isSame(RunUser user, ImageUser usual) {
        boolean sameId = user.uid().isPresent()
                && usual.id().isPresent()
                && user.uid().get().equals(Integer.toString(usual.id().getAsInt()));
        return sameId || user.name().equals(usual.name());
    }

    /**
     * Why a volume in place of a tmpfs, at a path that the image may lack, may be closed to the user that the container runs
     * as: a part of a sentence; null if nothing says that this is another user than root.
     */
    static @Nullable String objection(Container container, TmpfsMount mount, ImageCatalog images) {
        RunUser user = RunUser.of(container, images);
        Field<String> own = container.host().user();
        String name = user == null ? null : user.name();
        if (name == null && !own.isAbsent() && !RunUser.isRoot(container)) {
            name = own.raw();
        }
        if (name != null) {
            return "a new volume belongs to root, and user \"" + name + "\" may not write to it";
        }
        Optional<Located<TmpfsOption>> uid = mount.option("uid");
        boolean foreign =
                uid.isPresent() && !uid.get().value().value().orElse("0").equals("0");
        return foreign ? "a new volume belongs to root, not to the user of its uid=" : null;
    }
}
