package dev.plimsoll.fuzz;

import dev.plimsoll.model.Change;
import dev.plimsoll.model.LimitPair;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a change may touch: the paths of a resolved project, as {@link dev.plimsoll.compose.ResolvedTree} has them, at and
 * below which values may come, go or become others. All else must be after a fix what it was before.
 */
final class Reach implements Change.ContainerVisitor<RuntimeException>, Change.ResourceVisitor<RuntimeException> {
    private final Set<String> paths = new TreeSet<>();
    private String service = "";

    /** Nothing. */
    Reach() {}

    /** Adds what a change of a service may touch. */
    void add(String name, Change.OfContainer change) {
        service = "services/" + name + '/';
        change.accept(this);
    }

    /** Adds what a change of a declaration may touch. */
    void add(Change.OfResource change) {
        change.accept(this);
    }

    /** Adds a path. */
    void add(String path) {
        paths.add(path);
    }

    /** The paths; a name of a volume may have a number behind it, where the one asked for was taken. */
    Set<String> paths() {
        return paths;
    }

    /** Whether what stands above a path that may change may be there with nothing below it, or not. */
    boolean isAbove(String path) {
        for (String covered : paths) {
            if (covered.startsWith(path + '/')) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value may differ; one of several at the same target has a plus behind it. */
    boolean covers(String path) {
        for (String covered : paths) {
            boolean at = covered.endsWith("#")
                    ? Pattern.matches(
                            Pattern.quote(covered.substring(0, covered.length() - 1)) + "(-[0-9]+)?(/.*)?", path)
                    : path.equals(covered) || path.startsWith(covered + '/') || path.startsWith(covered + '+');
            if (at) {
                return true;
            }
        }
        return false;
    }

    private void own(String... keys) {
        for (String key : keys) {
            paths.add(service + key);
        }
    }

    private void tmpfs(String target) {
        own("tmpfs/[" + target + "]");
    }

    private void volume(String target) {
        own("volumes/[" + target + "]");
    }

    private void declared(String volume) {
        paths.add("volumes/" + volume + '#');
    }

    private static String target(Mount mount) {
        return mount.target().value().raw();
    }

    private void mount(Mount mount) {
        if (mount instanceof TmpfsMount found && found.volume().isPresent()) {
            paths.add("volumes/" + found.volume().get().name() + "/driver_opts");
        } else if (mount instanceof TmpfsMount found && found.declaration() == TmpfsMount.Declaration.SHORT) {
            tmpfs(target(mount));
        } else {
            volume(target(mount));
        }
    }

    @Override
    public void visit(Change.SetMemoryLimit change) {
        own("mem_limit", "deploy/resources/limits/memory");
    }

    @Override
    public void visit(Change.SetMemoryReservation change) {
        own("mem_reservation", "deploy/resources/reservations/memory");
    }

    @Override
    public void visit(Change.SetSwapLimit change) {
        own("memswap_limit");
    }

    @Override
    public void visit(Change.RespellSize change) {
        own(change.written().key().replace('.', '/'));
    }

    @Override
    public void visit(Change.UnquoteSwapLimit change) {
        own("memswap_limit");
    }

    @Override
    public void visit(Change.LimitMemoryWithoutSwap change) {
        own("mem_limit", "memswap_limit", "deploy/resources/limits/memory");
    }

    @Override
    public void visit(Change.SetTmpfsSize change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.SetTmpfsMode change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.RemoveTmpfsOption change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.RenameTmpfsOption change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.CopyLimitIntoDeploy change) {
        LimitPair pair = change.pair();
        own(pair.deployKey().replace('.', '/'));
    }

    @Override
    public void visit(Change.DeclareVolume change) {
        declared(change.volume());
    }

    @Override
    public void visit(Change.ReplaceByVolume change) {
        mount(change.mount());
        volume(change.target());
        declared(change.volume());
    }

    @Override
    public void visit(Change.SetTmpfsOption change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.MergeTmpfs change) {
        mount(change.into());
        mount(change.removed());
    }

    @Override
    public void visit(Change.WriteLongForm change) {
        mount(change.mount());
        volume(target(change.mount()));
    }

    @Override
    public void visit(Change.RemoveMount change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.RemoveMountSetting change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.RenameMountSetting change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.ReplaceMountOption change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.SetMountSource change) {
        mount(change.mount());
    }

    @Override
    public void visit(Change.SetMountTarget change) {
        mount(change.mount());
        volume(change.target());
    }

    @Override
    public void visit(Change.NameVolume change) {
        mount(change.mount());
        declared(change.volume());
    }

    @Override
    public void visit(Change.AddVolume change) {
        volume(change.target());
        declared(change.volume());
    }

    @Override
    public void visit(Change.AddTmpfs change) {
        for (String target : change.targets()) {
            tmpfs(target);
        }
    }

    @Override
    public void visit(Change.RenameOneLetterVolume change) {
        String taken = target(change.mount());
        volume(taken);
        volume(taken.substring(taken.indexOf(':') + 1));
        paths.add("volumes/" + taken.charAt(0));
        declared(change.name());
    }

    @Override
    public void visit(Change.LimitLog change) {
        own("logging");
    }

    @Override
    public void visit(Change.SetSetting change) {
        own(change.setting().key());
        if (change.setting() == Setting.CPUS) {
            own("deploy/resources/limits/cpus");
        } else if (change.setting() == Setting.PIDS) {
            own("deploy/resources/limits/pids");
        }
    }

    @Override
    public void visit(Change.RemoveSetting change) {
        own(change.setting().key());
    }

    @Override
    public void visit(Change.AddItem change) {
        own(change.list().key());
    }

    @Override
    public void visit(Change.ReplaceItem change) {
        own(change.list().key());
    }

    @Override
    public void visit(Change.BindPorts change) {
        own("ports");
    }

    @Override
    public void visit(Change.MoveBeforeImage change) {
        throw new IllegalStateException("a service has no words before its image");
    }

    @Override
    public void visit(Change.RemoveResource change) {
        paths.add(change.resource().kind().key() + '/' + change.resource().name());
    }

    @Override
    public void visit(Change.SetDriverOption change) {
        options(change.volume().name());
    }

    @Override
    public void visit(Change.RenameDriverOption change) {
        options(change.volume().name());
    }

    @Override
    public void visit(Change.RemoveDriverOption change) {
        options(change.volume().name());
    }

    private void options(String volume) {
        paths.add("volumes/" + volume + "/driver_opts");
    }
}
