package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.knowledge.ShmNeed;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Setting;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;

/** Programs that need more shared memory than the 64 MiB that the engine gives. */
public final class ShmTooSmall implements ContainerRule {
    /** What the engine gives. Source: moby daemon/config/config_linux.go. */
    private static final ByteSize DEFAULT = ByteSize.mebibytes(64);

    /** A word of the settings by which a database works with several processes at once. */
    private static final String PARALLEL = "parallel";

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public ShmTooSmall(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "shm-too-small";
    }

    @Override
    public List<Finding> check(Container container) {
        boolean byDefault =
                container.memory().shm().isAbsent() && container.host().ipc().isAbsent();
        // a swarm takes no size for it
        if (!byDefault || container.swarm()) {
            return List.of();
        }
        Optional<ImageFacts> facts = images.of(container);
        Optional<ShmNeed> need = facts.isPresent() ? facts.get().shm() : Optional.empty();
        if (need.isEmpty() || need.get().isExcused(container) || Shm.mayBeMounted(container)) {
            return List.of();
        }
        boolean always = facts.get().kind() != ImageKind.DATABASE;
        return always || isParallel(container) ? List.of(finding(container, facts.get(), need.get())) : List.of();
    }

    /** Whether the command speaks of parallel work; few databases do enough of it to run out of the default. */
    private static boolean isParallel(Container container) {
        CommandLine command = container.effectiveCommand().orNull();
        if (command == null) {
            return false;
        }
        for (List<Text> words : List.of(command.words(), command.script())) {
            for (Text word : words) {
                if (word.value().contains(PARALLEL)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Finding finding(Container container, ImageFacts facts, ShmNeed need) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, container.image());
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty() || limit.get().exceeds(need.size())) {
            finding.change(
                    "give /dev/shm " + need.size(),
                    Safety.UNSAFE,
                    new Change.SetSetting(Setting.SHM, need.size().spelled()));
        } else {
            finding.help("give /dev/shm " + need.size() + ", and raise the memory limit, which counts it");
        }
        return finding.says("/dev/shm of \"" + container.name().value() + "\" has its default of " + DEFAULT + ", and "
                + facts.name() + " needs " + need.size() + ": with less, " + need.why());
    }
}
