package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** {@code mode: 1777} of the long form is a decimal number; the engine applies its bits, octal 3361. */
public final class TmpfsDecimalMode implements DeclaredTmpfsRule {
    @Override
    public String id() {
        return "tmpfs-decimal-mode";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        FileMode real = mount.mode().orNull();
        int meant = DecimalMode.meant(mount);
        return real != null && meant >= 0
                ? List.of(finding(declared.container(), mount, mount.mode().raw(), meant, real))
                : List.of();
    }

    private static Finding finding(Container container, TmpfsMount mount, String written, int meant, FileMode real) {
        return FindingDraft.at(container, mount.mode())
                .evidence(mount.target().value().raw())
                .change("write 0o" + Integer.toOctalString(meant), Safety.SAFE, new Change.SetTmpfsMode(mount, meant))
                .says("mode " + written + " of " + mount.description() + " is a decimal number here: \""
                        + container.name().value() + "\" gets octal " + real.octal() + ", not " + written);
    }
}
