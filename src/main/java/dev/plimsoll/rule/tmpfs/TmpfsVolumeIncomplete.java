package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.source.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options that Docker's volume driver takes together only, and one that is not what it seems. Source: moby local_unix.go. */
public final class TmpfsVolumeIncomplete implements ProjectRule {
    private static final String TYPE = "type";
    private static final String DEVICE = "device";
    private static final String OPTIONS = TmpfsVolumes.MOUNT_OPTIONS;
    private static final String SIZE = "size";

    @Override
    public String id() {
        return "tmpfs-volume-incomplete";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Resource volume : TmpfsVolumes.withOptions(project)) {
            Optional<Located<Value<String>>> type = volume.driverOption(TYPE);
            Optional<Located<Value<String>>> device = volume.driverOption(DEVICE);
            Optional<Located<Value<String>>> options = volume.driverOption(OPTIONS);
            if (type.isPresent() && device.isEmpty()) {
                findings.add(withoutDevice(volume, type.get()));
            } else if (device.isPresent() && type.isEmpty()) {
                findings.add(without(volume, DEVICE, device.get(), TYPE));
            } else if (options.isPresent() && type.isEmpty()) {
                findings.add(without(volume, OPTIONS, options.get(), "type and device"));
            }
            Optional<Located<Value<String>>> size = volume.driverOption(SIZE);
            if (size.isPresent() && TmpfsVolumes.isTmpfs(volume)) {
                findings.add(quota(volume, size.get(), options));
            }
        }
        return findings;
    }

    private static Finding.Builder at(Resource volume, Located<?> place, String what) {
        return Finding.at(place.at()).evidence(volume.name() + " " + what);
    }

    private static Finding withoutDevice(Resource volume, Located<Value<String>> type) {
        Finding.Builder finding = at(volume, type, DEVICE);
        if (TmpfsVolumes.isTmpfs(volume)) {
            offer(finding, "add device: tmpfs", volume, new Change.SetDriverOption(volume, DEVICE, "tmpfs"));
        } else {
            finding.help("add the device to mount");
        }
        return finding.says(
                "volume \"" + volume.name() + "\" has a type but no device: the engine refuses to create it");
    }

    private static Finding without(Resource volume, String key, Located<Value<String>> value, String missing) {
        return at(volume, value, missing)
                .help("add " + missing + ", such as type: tmpfs and device: tmpfs")
                .says("volume \"" + volume.name() + "\" has " + key + " but no " + missing
                        + ": the engine refuses to create it");
    }

    private static Finding quota(
            Resource volume, Located<Value<String>> size, Optional<Located<Value<String>>> options) {
        Finding.Builder finding = at(volume, size, SIZE);
        String written = size.value().known().orElse("");
        String bytes = SizeGrammar.docker(written).isPresent()
                ? SizeGrammar.docker(written).get().spelled()
                : "";
        Optional<String> known = options.isPresent() ? options.get().value().known() : Optional.of("");
        boolean sized = known.isEmpty() || TmpfsVolumes.hasSize(known.get());
        if (bytes.isEmpty() || bytes.equals("0") || sized) {
            finding.help("write the size into o, as size=64m");
        } else if (options.isEmpty()) {
            offer(
                    finding,
                    "write it as o: size=" + bytes,
                    volume,
                    new Change.RenameDriverOption(volume, SIZE, OPTIONS, "size=" + bytes));
        } else {
            String all = known.get().isEmpty() ? "size=" + bytes : known.get() + ",size=" + bytes;
            offer(
                    finding,
                    "write it into o as size=" + bytes,
                    volume,
                    new Change.SetDriverOption(volume, OPTIONS, all),
                    new Change.RemoveDriverOption(volume, SIZE));
        }
        return finding.says("size of volume \"" + volume.name()
                + "\" is a disk quota, not the size of the tmpfs: the engine refuses it without project quotas, and the tmpfs"
                + " is unlimited");
    }

    /** Changes as one fix; where one is refused, words with the reason. */
    private static void offer(Finding.Builder finding, String title, Resource volume, Change.OfResource... changes) {
        List<Edit> edits = new ArrayList<>(2);
        for (Change.OfResource change : changes) {
            Optional<String> refusal =
                    volume.writer().write(change, List.of(volume.key().at()), edits);
            if (refusal.isPresent()) {
                finding.help(title + " (by hand: " + refusal.get() + ")");
                return;
            }
        }
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).conflictsWith(edits.get(i - 1))) {
                finding.help(title);
                return;
            }
        }
        finding.help(title);
        finding.fix(new Fix(title, Safety.SAFE, edits));
    }
}
