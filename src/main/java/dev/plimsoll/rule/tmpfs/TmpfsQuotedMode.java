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
import java.util.Optional;

/** A mode in quotes is a string, of which Compose makes no number. Source: compose-go loader/mapstructure.go. */
public final class TmpfsQuotedMode implements DeclaredTmpfsRule {
    @Override
    public String id() {
        return "tmpfs-quoted-mode";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        if (mount.declaration() != TmpfsMount.Declaration.LONG
                || declared.container().dialect() != Container.Dialect.COMPOSE
                || !(mount.mode() instanceof Field.Present<FileMode> mode)) {
            return List.of();
        }
        Value<FileMode> value = mode.value().value();
        Optional<FileMode> known = value.known();
        boolean quoted = known.isPresent() && known.get().notation() == FileMode.Notation.QUOTED;
        return quoted || value instanceof Value.Invalid<FileMode>
                ? List.of(finding(declared.container(), mount, value.raw(), known))
                : List.of();
    }

    private static Finding finding(Container container, TmpfsMount mount, String written, Optional<FileMode> mode) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.mode())
                .evidence(mount.target().value().raw());
        if (mode.isPresent()) {
            finding.change(
                    "write 0o" + mode.get().octal(),
                    Safety.SAFE,
                    new Change.SetTmpfsMode(mount, mode.get().bits()));
        } else {
            finding.help("write an octal number, such as 0o1777");
        }
        return finding.says("mode \"" + written + "\" of " + mount.description()
                + " is a string, but Compose accepts only a number: \""
                + container.name().value() + "\" does not load");
    }
}
