package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import org.jspecify.annotations.Nullable;

/** Modes as rules on permissions see them. */
final class Modes {
    private Modes() {}

    /**
     * The mode that was meant for a mount that can be written to; null if it has none or it is not known. A decimal number
     * or a string counts as the octal digits that it shows: what other rules say of the spelling, they say beside this.
     */
    static @Nullable FileMode meant(TmpfsMount mount) {
        FileMode mode = mount.readOnly() ? null : mount.mode().orNull();
        if (mode == null || mode.bits() > FileMode.MAX) {
            return null;
        }
        int meant = DecimalMode.meant(mount);
        return meant < 0 ? mode : new FileMode(meant, mode.notation());
    }
}
