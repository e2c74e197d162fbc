package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A directory of the host that gives the host away, whether it is bound by its path or by a volume's options. */
public final class HostPathSensitive implements ContainerRule {
    /** To write here, or below, is to be root on the host. */
    private static final String[] WRITABLE_TREES = {
        "/boot",
        "/proc",
        "/sys",
        "/etc/ssh",
        "/etc/systemd",
        "/etc/cron.d",
        "/etc/sudoers.d",
        "/etc/docker",
        "/etc/kubernetes",
        "/etc/pam.d"
    };

    /** To write exactly this is. */
    private static final Set<String> WRITABLE_PATHS = Set.of(
            "/etc",
            "/root",
            "~",
            "/var",
            "/var/lib",
            "/dev",
            "/usr",
            "/lib",
            "/bin",
            "/sbin",
            "/etc/passwd",
            "/etc/group",
            "/etc/sudoers",
            "/etc/crontab",
            "/etc/ld.so.preload");

    private static final String HOME = "/home";

    /** Even to read what lies here, or below, is too much: others' files, keys, password hashes. */
    private static final String[] SECRET_TREES = {"/var/lib/docker", "/var/lib/containerd", "/etc/shadow", "/etc/ssh"};

    /** Below a home directory: these, and what is in them. */
    private static final String[] SECRETS_AT_HOME = {"/.ssh", "/.aws", "/.kube", "/.gnupg", "/.docker"};

    /** To read all of this is to read keys or others' data, which lie somewhere below. */
    private static final Set<String> WITH_SECRETS = Set.of("~", "/root", HOME, "/var", "/var/lib");

    private static final String[] HOMES = {"~", "/root"};

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public HostPathSensitive(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "host-path-sensitive";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            String reason = reason(mount, mount.hostPlace());
            if (!reason.isEmpty() && !ByDesign.isFor(container, id(), images)) {
                Value<String> named = mount.named().value();
                findings.add(FindingDraft.at(container, mount.named())
                        .evidence(mount instanceof BindMount ? named.raw() : mount.hostShown())
                        .help("mount the file or directory that is needed, read-only, and nothing above it")
                        .says("\"" + container.name().value() + "\" mounts " + mount.hostShown() + " from the host"
                                + (mount instanceof BindMount ? "" : " (volume \"" + named.raw() + "\")") + reason));
            }
        }
        return findings;
    }

    private static String reason(Mount mount, String path) {
        if (isAtOrBelow(path, SECRET_TREES) || isSecretAtHome(path)) {
            return ": it holds keys or data that open other systems to anyone who can read them";
        }
        if (!mount.isReadOnlyOfHost()
                && (isAtOrBelow(path, WRITABLE_TREES) || WRITABLE_PATHS.contains(path) || path.equals(HOME))) {
            return " and can write to it: a process in it can take over the host";
        }
        return WITH_SECRETS.contains(path)
                ? ": keys and data in it open other systems to anyone who can read them"
                : "";
    }

    private static boolean isAtOrBelow(String path, String[] trees) {
        for (String tree : trees) {
            if (path.equals(tree) || path.startsWith(tree + "/")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecretAtHome(String path) {
        String home = home(path);
        if (path.endsWith("/known_hosts") || path.endsWith(".pub")) {
            // meant to be shown to others
            return false;
        }
        for (String name : SECRETS_AT_HOME) {
            if (!home.isEmpty() && isAtOrBelow(path, new String[] {home + name})) {
                return true;
            }
        }
        return false;
    }

    /** The home directory that a path lies in; empty for none. */
    private static String home(String path) {
        for (String home : HOMES) {
            if (path.startsWith(home + "/")) {
                return home;
            }
        }
        int name = path.startsWith(HOME + "/") ? path.indexOf('/', HOME.length() + 1) : -1;
        return name < 0 ? "" : path.substring(0, name);
    }
}
