package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.ArrayList;
import java.util.List;

/** {@code mode: 1777} of the long form is a decimal number; the engine applies its bits, octal 3361. */
public final class TmpfsDecimalMode implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-decimal-mode";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            FileMode real = mount.mode().orNull();
            int meant = DecimalMode.meant(mount);
            if (real != null && meant >= 0) {
                findings.add(finding(container, mount, mount.mode().raw(), meant, real));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, TmpfsMount mount, String written, int meant, FileMode real) {
        return ContainerFinding.at(container, mount.mode())
                .evidence(mount.target().value().raw())
                .change("write 0o" + Integer.toOctalString(meant), Safety.SAFE, new Change.SetTmpfsMode(mount, meant))
                .says("mode " + written + " of " + mount.description() + " is a decimal number here: \""
                        + container.name().value() + "\" gets octal " + real.octal() + ", not " + written);
    }
}
