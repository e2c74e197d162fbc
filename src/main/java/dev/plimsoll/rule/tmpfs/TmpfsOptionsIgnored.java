package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings that the mount's type does not take: Compose drops them, the engine and the docker client refuse them. Source:
 * docker/compose create.go, moby volume/mounts/linux_parser.go, docker/cli opts/mount.go.
 */
public final class TmpfsOptionsIgnored implements ContainerRule {
    private static final String PREFIX = "tmpfs";

    @Override
    public String id() {
        return "tmpfs-options-ignored";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (Mount mount : container.mounts()) {
            boolean tmpfs = mount instanceof TmpfsMount;
            for (Located<String> setting : mount.foreign()) {
                if (tmpfs) {
                    findings.add(ofTmpfs(container, (TmpfsMount) mount, setting));
                } else if (setting.value().startsWith(PREFIX)) {
                    findings.add(ofOther(container, mount, setting));
                }
            }
        }
        return findings;
    }

    private static FindingDraft<Change.OfContainer> at(Container container, Mount mount, Located<String> setting) {
        return FindingDraft.at(container, setting)
                .evidence(mount.target().value().raw() + " " + setting.value());
    }

    private static Finding ofTmpfs(Container container, TmpfsMount mount, Located<String> setting) {
        String key = setting.value();
        FindingDraft<Change.OfContainer> finding = at(container, mount, setting);
        String name = container.name().value();
        if (container.dialect() != Container.Dialect.COMPOSE) {
            return ofMountFlag(finding, mount, setting, name);
        }
        finding.change("remove " + key, Safety.SAFE, new Change.RemoveMountSetting(mount, setting));
        return finding.says(
                key.equals("source")
                        ? mount.description()
                                + " has a source, which a tmpfs cannot have: \"" + name
                                + "\" loads, but the engine refuses to create it"
                        : "Compose ignores " + key + " of " + mount.description());
    }

    private static Finding ofMountFlag(
            FindingDraft<Change.OfContainer> finding, TmpfsMount mount, Located<String> setting, String name) {
        String key = setting.value();
        String right = spelling(key);
        if (right != null) {
            finding.change("write " + right, Safety.SAFE, new Change.RenameMountSetting(mount, setting, right));
        } else if (isDefault(key)) {
            finding.change("remove it: the engine sets it", Safety.SAFE, new Change.RemoveMountSetting(mount, setting));
        } else {
            finding.help("use --tmpfs " + mount.target().value().raw() + ":…, which takes mount options");
        }
        return finding.says(
                "--mount type=tmpfs has no field \"" + key + "\": the docker client refuses to run \"" + name + "\"");
    }

    /** The key that the flag has for what was written; null if it has none. */
    private static @Nullable String spelling(String key) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "size" -> "tmpfs-size";
            case "mode" -> "tmpfs-mode";
            default -> null;
        };
    }

    private static boolean isDefault(String key) {
        return key.equals("noexec") || key.equals("nosuid") || key.equals("nodev") || key.equals("rw");
    }

    private static Finding ofOther(Container container, Mount mount, Located<String> setting) {
        String key = setting.value();
        String target = mount.target().value().raw();
        FindingDraft<Change.OfContainer> finding = at(container, mount, setting);
        if (container.dialect() != Container.Dialect.COMPOSE) {
            return finding.help("add type=tmpfs")
                    .says("\"" + key + "\" of the mount at " + target
                            + " works with type=tmpfs only, and without a type this is a volume: the docker client refuses to run \""
                            + container.name().value() + "\"");
        }
        return finding.help(
                        "write type: tmpfs without a source to keep the files in memory; a volume has no such setting")
                .says(key + " does nothing for the mount at " + target
                        + ", which is not a tmpfs: Compose only warns, and \""
                        + container.name().value() + "\" can write there without limit");
    }
}
