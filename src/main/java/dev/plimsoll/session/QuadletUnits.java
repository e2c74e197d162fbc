package dev.plimsoll.session;

import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.FilePath;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which drop-ins Quadlet reads with a unit: the {@code .conf} files of the directories beside it that bear its name, a part of
 * it up to a dash, or that of its kind. Source: podman-systemd.unit(5); containers/podman pkg/systemd/parser/unitfile.go,
 * GetUnitDropinPaths, and cmd/quadlet/main.go, loadUnitDropins.
 */
final class QuadletUnits {
    private static final String UNIT = ".container";
    private static final String DIRECTORY = UNIT + ".d";
    private static final String DROP_IN = ".conf";

    private QuadletUnits() {}

    /** The drop-ins of a unit, in the order in which they are merged. Of several with one name the most specific counts. */
    static List<File> dropIns(File unit) {
        File parent = unit.getAbsoluteFile().getParentFile();
        Map<String, File> found = new TreeMap<>();
        for (String name : directories(unit.getName())) {
            File directory = new File(parent, name);
            for (String file : ComposeSearch.names(directory)) {
                if (file.endsWith(DROP_IN)) {
                    found.putIfAbsent(file, new File(directory, file));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The units that a drop-in is read with; none for another file. */
    static List<File> unitsOf(File dropIn) {
        File directory = FilePath.clean(dropIn.getAbsoluteFile()).getParentFile();
        File parent = directory == null ? null : directory.getParentFile();
        List<File> units = new ArrayList<>(1);
        if (parent == null || !HostKind.isDropIn(FilePath.slashes(dropIn.getAbsoluteFile()))) {
            return units;
        }
        for (String name : ComposeSearch.names(parent)) {
            if (name.endsWith(UNIT) && directories(name).contains(directory.getName())) {
                units.add(new File(parent, name));
            }
        }
        return units;
    }

    /** The names of the directories that hold drop-ins of a unit, the most specific first. */
    static List<String> directories(String unit) {
        String stem = unit.substring(0, unit.length() - UNIT.length());
        int at = stem.indexOf('@');
        String name = at < 0 ? stem : stem.substring(0, at);
        List<String> directories = new ArrayList<>();
        directories.add(DIRECTORY.substring(1));
        for (int dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
            String truncated = name.substring(0, dash + 1);
            directories.add(truncated + DIRECTORY);
            if (at >= 0) {
                directories.add(truncated + '@' + DIRECTORY);
            }
        }
        if (at >= 0 && at + 1 < stem.length()) {
            directories.add(name + '@' + DIRECTORY);
        }
        directories.add(stem + DIRECTORY);
        Collections.reverse(directories);
        return directories;
    }
}
