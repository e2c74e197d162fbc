package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A size in the grammar of the wrong place: the kernel takes no {@code 64mb}, Compose no {@code 50%}. */
public final class TmpfsInvalidSize implements DeclaredTmpfsRule {
    @Override
    public String id() {
        return "tmpfs-invalid-size";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        return declared.mount().size() instanceof Field.Present<TmpfsSize> size
                        && size.value().value() instanceof Value.Invalid<TmpfsSize> invalid
                ? List.of(finding(declared, size, invalid.raw()))
                : List.of();
    }

    private static Finding finding(DeclaredTmpfs declared, Field.Present<TmpfsSize> size, String written) {
        TmpfsMount mount = declared.mount();
        String name = declared.container().name().value();
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(declared.container(), size)
                .evidence(mount.target().value().raw());
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            boolean compose = declared.container().dialect() == Container.Dialect.COMPOSE;
            if (compose) {
                finding.stopsLoading();
            }
            return finding.help("write a number of bytes or a size such as 64m")
                    .says("size \"" + written + "\" of " + mount.description() + " is not a size "
                            + (compose
                                    ? "that Compose accepts: \"" + name + "\" does not load"
                                    : "that docker accepts: it refuses the command"));
        }
        Optional<ByteSize> meant = SizeGrammar.docker(written);
        if (meant.isPresent() && meant.get().bytes() > 0) {
            String title = "write size=" + meant.get().spelled();
            finding.change(title, Safety.SAFE, new Change.SetTmpfsSize(mount, meant.get()));
        } else {
            finding.help("write a whole number with k, m or g, such as size=64m");
        }
        return finding.says("size=" + written + " of " + mount.description()
                + " is not a size that the kernel accepts: \"" + name + "\" loads, but does not start");
    }
}
