package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.FindingDraft;
import java.util.Optional;

/** The way out for data that nothing keeps: a named volume at its place. */
final class NamedVolume {
    private NamedVolume() {}

    /**
     * Offers to mount one, or to name the one that is there; says why not where something else may be meant for the data.
     *
     * @param data what is to be kept
     * @param target where the volume goes: the data itself, or what is around it
     */
    static void offer(
            FindingDraft<Change.OfContainer> finding,
            KeptData kept,
            Container container,
            DataPath data,
            String target) {
        String wayOut = "keep the data in a named volume at " + target;
        Mount perhaps = kept.perhapsMeantForIt(container).orElse(null);
        if (perhaps != null) {
            finding.withheld(
                    wayOut,
                    "what is mounted at " + perhaps.target().value().raw() + " may be meant for it: then move it");
            return;
        }
        if (!data.isWritten()) {
            finding.help(wayOut);
            return;
        }
        String volume = container.name().value() + "-data";
        Optional<VolumeMount> anonymous = KeptData.anonymous(data, container);
        finding.change(
                wayOut,
                Safety.UNSAFE,
                anonymous.isPresent()
                        ? new Change.NameVolume(anonymous.get(), volume)
                        : new Change.AddVolume(volume, target));
    }
}
