package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A size of less than a page of memory: the number lacks its unit. */
public final class TmpfsTinySize implements DeclaredTmpfsRule {
    /** The smallest page of memory that Linux has; the kernel rounds sizes up to whole pages. */
    private static final ByteSize PAGE = new ByteSize(4096);

    @Override
    public String id() {
        return "tmpfs-tiny-size";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        Optional<ByteSize> size = declared.mount().bytes();
        boolean tiny = size.isPresent() && PAGE.exceeds(size.get());
        return tiny && !isMask(declared.mount()) ? List.of(finding(declared, size.get())) : List.of();
    }

    /** Whether nothing is meant to be written there, as where a mount hides a directory. */
    private static boolean isMask(TmpfsMount mount) {
        FileMode mode = mount.mode().orNull();
        return mount.readOnly() || (mode != null && !mode.has(FileMode.OWNER_WRITE));
    }

    private static Finding finding(DeclaredTmpfs declared, ByteSize size) {
        TmpfsMount mount = declared.mount();
        Container container = declared.container();
        String written = mount.size().raw();
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.size())
                .evidence(mount.target().value().raw());
        ByteSize meant = isNumber(written) ? new ByteSize(size.bytes() * ByteSize.MIB) : ByteSize.ZERO;
        if (meant.bytes() > 0 && fits(declared, meant)) {
            finding.change("write " + meant, Safety.UNSAFE, new Change.SetTmpfsSize(mount, meant));
        } else {
            finding.help("write the size with its unit, such as 64m");
        }
        return finding.says("size " + written + " of " + mount.description() + " is " + size
                + ", less than one page of memory: there is room for one file of 4096 bytes");
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether all tmpfs mounts would stay within half of the limit. */
    private static boolean fits(DeclaredTmpfs declared, ByteSize meant) {
        Optional<ByteSize> limit = declared.container().limit();
        if (limit.isEmpty() || !declared.mount().isOwn()) {
            return true;
        }
        ByteSize all = declared.sums().total(declared.container()).plus(meant);
        return !all.exceeds(new ByteSize(limit.get().bytes() / 2));
    }
}
