package dev.plimsoll.rule.storage;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.rule.PathWords;
import java.util.Set;

/** What a database's mounts are for if not for its data: settings, keys, copies. */
final class OtherPurposes {
    private static final Set<String> WORDS = Set.of(
            "etc",
            "conf",
            "config",
            "configs",
            "configdb",
            "configuration",
            "cfg",
            "settings",
            "init",
            "initdb",
            "entrypoint",
            "docker",
            "scripts",
            "script",
            "bin",
            "sbin",
            "lib64",
            "backup",
            "backups",
            "dump",
            "dumps",
            "snapshots",
            "archive",
            "wal",
            "import",
            "imports",
            "export",
            "exports",
            "cert",
            "certs",
            "certificates",
            "ssl",
            "tls",
            "keys",
            "secrets",
            "plugins",
            "extensions",
            "modules",
            "addons",
            "themes",
            "assets",
            "static",
            "models",
            "socket",
            "sockets");

    private OtherPurposes() {}

    /** Whether a path is called by such a purpose. */
    static boolean isNamedBy(ContainerPath target) {
        return PathWords.named(target, WORDS) != null;
    }
}
