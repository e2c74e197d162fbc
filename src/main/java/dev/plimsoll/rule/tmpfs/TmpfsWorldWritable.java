package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** Everybody may write, and so delete what others wrote: the sticky bit is missing. */
public final class TmpfsWorldWritable implements DeclaredTmpfsRule {
    @Override
    public String id() {
        return "tmpfs-world-writable";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        FileMode mode = Modes.meant(declared.mount());
        return mode != null && mode.has(FileMode.OTHERS_WRITE) && !mode.has(FileMode.STICKY)
                ? List.of(finding(declared, mode))
                : List.of();
    }

    private static Finding finding(DeclaredTmpfs declared, FileMode mode) {
        TmpfsMount mount = declared.mount();
        FileMode sticky = new FileMode(mode.bits() | FileMode.STICKY, FileMode.Notation.OCTAL);
        return FindingDraft.at(declared.container(), mount.mode())
                .evidence(mount.target().value().raw())
                .change(
                        "set the mode to " + sticky.octal(),
                        Safety.UNSAFE,
                        new Change.SetTmpfsMode(mount, sticky.bits()))
                .says("mode " + mode.octal() + " of " + mount.description()
                        + " has no sticky bit: every user in the container can delete and replace the files of others");
    }
}
