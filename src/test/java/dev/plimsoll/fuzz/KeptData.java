package dev.plimsoll.fuzz;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.VolumeMount;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of data after safe fixes. */
record KeptData(FixTrial trial) {
    /** A safe fix leaves all data where it is, and makes no place for new data. */
    void check(List<String> paths, FixTrial.Use before, FixTrial.Use after, FixTrial.Outcome outcome) throws Violation {
        boolean respelled = outcome.fixed().applied().stream()
                .anyMatch(one -> one.diagnostic().rule().equals("schema"));
        if (respelled) {
            // a misspelt section holds what was plainly meant to be mounted
            return;
        }
        Set<String> declared = declared(after.loaded());
        declared.removeAll(declared(before.loaded()));
        if (!declared.isEmpty()) {
            throw trial.violation("a safe fix makes a volume", outcome, paths + ": " + declared);
        }
        Set<String> mounted = mounted(after.loaded());
        Set<String> old = mounted(before.loaded());
        if (!mounted.equals(old) && before.loaded().errors().isEmpty()) {
            throw trial.violation("a safe fix mounts other data", outcome, paths + ": " + old + " -> " + mounted);
        }
    }

    private static Set<String> declared(Loaded loaded) {
        Set<String> declared = new TreeSet<>();
        for (Resource volume : loaded.project().resources(ResourceKind.VOLUME)) {
            declared.add(volume.name());
        }
        return declared;
    }

    /** A name with a slash is none: a path was meant. */
    private static String source(VolumeMount volume) {
        String name =
                volume.source().isPresent() ? volume.source().get().value().raw() : "";
        boolean path = name.startsWith(".") || name.startsWith("/");
        return path ? name : name.contains("/") ? "./" + name : "volume " + name;
    }

    private static Set<String> mounted(Loaded loaded) {
        Set<String> mounted = new TreeSet<>();
        for (Container container : loaded.project().containers()) {
            for (Mount mount : container.mounts()) {
                String what = mount instanceof TmpfsMount
                        ? "tmpfs"
                        : mount instanceof VolumeMount volume
                                ? source(volume)
                                : mount instanceof BindMount bind
                                        ? bind.source().value().raw()
                                        : "other";
                mounted.add(
                        container.name().value() + ' ' + mount.target().value().raw() + ' ' + what);
            }
        }
        return mounted;
    }
}
