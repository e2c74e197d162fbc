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
import java.util.Optional;

/** A mode in quotes is a string, of which Compose makes no number. Source: compose-go loader/mapstructure.go. */
public final class TmpfsQuotedMode implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-quoted-mode";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            if (mount.declaration() == TmpfsMount.Declaration.LONG
                    && container.dialect() == Container.Dialect.COMPOSE
                    && mount.mode() instanceof Field.Present<FileMode> mode) {
                Value<FileMode> value = mode.value().value();
                Optional<FileMode> known = value.known();
                boolean quoted = known.isPresent() && known.get().notation() == FileMode.Notation.QUOTED;
                if (quoted || value instanceof Value.Invalid<FileMode>) {
                    findings.add(finding(container, mount, value.raw(), known));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Container container, TmpfsMount mount, String written, Optional<FileMode> mode) {
        ContainerFinding finding = ContainerFinding.at(container, mount.mode())
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
                + " is a string, and Compose takes a number only: \""
                + container.name().value() + "\" does not load");
    }
}
