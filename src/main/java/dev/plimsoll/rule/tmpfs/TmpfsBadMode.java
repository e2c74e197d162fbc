package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** Mount options take octal digits for a mode, without a prefix. Source: linux mm/shmem.c, docker/cli opts/mount.go. */
public final class TmpfsBadMode implements DeclaredTmpfsRule {
    private static final int OCTAL = 8;

    @Override
    public String id() {
        return "tmpfs-bad-mode";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        // of the long form in a Compose file tmpfs-quoted-mode and tmpfs-decimal-mode speak
        boolean compose = mount.declaration() == TmpfsMount.Declaration.LONG
                && declared.container().dialect() == Container.Dialect.COMPOSE;
        if (compose || !(mount.mode() instanceof Field.Present<FileMode> mode)) {
            return List.of();
        }
        if (mode.value().value() instanceof Value.Invalid<FileMode> invalid) {
            return List.of(invalid(declared, invalid.raw()));
        }
        FileMode known = mode.orNull();
        return known != null && known.bits() > FileMode.MAX
                ? List.of(tooLarge(declared, mode.raw(), known))
                : List.of();
    }

    private static FindingDraft<Change.OfContainer> at(DeclaredTmpfs declared) {
        return FindingDraft.at(declared.container(), declared.mount().mode())
                .evidence(declared.mount().target().value().raw());
    }

    private static Finding invalid(DeclaredTmpfs declared, String written) {
        TmpfsMount mount = declared.mount();
        FindingDraft<Change.OfContainer> finding = at(declared);
        int meant = meant(written);
        if (meant >= 0) {
            finding.change(
                    "write mode=" + Integer.toOctalString(meant), Safety.SAFE, new Change.SetTmpfsMode(mount, meant));
        } else {
            finding.help("write octal digits, such as mode=1777");
        }
        return finding.says("mode=" + written + " of " + mount.description() + " is not an octal number: \""
                + declared.container().name().value() + "\" fails to start");
    }

    private static Finding tooLarge(DeclaredTmpfs declared, String written, FileMode mode) {
        FileMode real = new FileMode(mode.bits() & FileMode.MAX, FileMode.Notation.OCTAL);
        return at(declared)
                .help("write up to four octal digits, such as mode=1777")
                .says("mode=" + written + " of " + declared.mount().description()
                        + " has too many digits: the kernel cuts it down to " + real.octal());
    }

    /** The bits behind the prefix {@code 0o}; -1 for anything else. */
    private static int meant(String written) {
        boolean prefixed = written.startsWith("0o") || written.startsWith("0O");
        if (!prefixed || written.length() == 2) {
            return -1;
        }
        int bits = 0;
        for (int i = 2; i < written.length(); i++) {
            int digit = written.charAt(i) - '0';
            if (digit < 0 || digit >= OCTAL || bits > FileMode.MAX) {
                return -1;
            }
            bits = bits * OCTAL + digit;
        }
        return bits <= FileMode.MAX ? bits : -1;
    }
}
