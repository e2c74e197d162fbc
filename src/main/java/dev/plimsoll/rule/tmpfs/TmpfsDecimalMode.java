package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.ArrayList;
import java.util.List;

/** {@code mode: 1777} of the long form is a decimal number; the engine applies its bits, octal 3361. */
public final class TmpfsDecimalMode implements ContainerRule {
    private static final int OCTAL = 8;
    private static final int MIN_DIGITS = 3;
    private static final int MAX_BITS = 07777;
    private static final int READ = 4;
    private static final int ENTER = 1;

    @Override
    public String id() {
        return "tmpfs-decimal-mode";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            if (mount.mode() instanceof Field.Present<FileMode> mode
                    && mode.value().value() instanceof Value.Literal<FileMode> literal
                    && literal.value().notation() == FileMode.Notation.DECIMAL) {
                int meant = octal(literal.raw());
                int real = literal.value().bits();
                if (meant >= 0 && narrows(meant) && !(narrows(real) && isUsable(real))) {
                    findings.add(finding(container, mount, literal.raw(), meant, literal.value()));
                }
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

    /** The digits read as octal, or -1 if no octal mode has them. */
    private static int octal(String digits) {
        if (digits.length() < MIN_DIGITS) {
            return -1;
        }
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit >= OCTAL || bits > MAX_BITS) {
                return -1;
            }
            bits = bits * OCTAL + digit;
        }
        return bits <= MAX_BITS ? bits : -1;
    }

    /** Whether the group may do no more than the owner, and others no more than the group: what people write. */
    private static boolean narrows(int bits) {
        int owner = bits >> 6 & 7;
        int group = bits >> 3 & 7;
        int others = bits & 7;
        return bits <= MAX_BITS && owner != 0 && (group & ~owner) == 0 && (others & ~group) == 0;
    }

    /** Whether the owner can list and enter a directory of this mode. */
    private static boolean isUsable(int bits) {
        int owner = bits >> 6 & 7;
        return (owner & READ) != 0 && (owner & ENTER) != 0;
    }
}
