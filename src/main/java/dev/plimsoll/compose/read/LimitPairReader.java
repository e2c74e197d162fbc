package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.LimitPair;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Service keys that stand beside a {@code deploy.resources} block. The pairs and that an absent value counts as zero:
 * compose-go loader/validate.go, checkConsistency.
 */
final class LimitPairReader {
    private final MapNode service;
    private final boolean partial;

    /** A reader of a service to which other files may add. */
    LimitPairReader(MapNode service, boolean partial) {
        this.service = service;
        this.partial = partial;
    }

    List<LimitPair> read() {
        List<LimitPair> pairs = new ArrayList<>();
        add("mem_limit", "limits", "memory", pairs);
        add("cpus", "limits", "cpus", pairs);
        add("pids_limit", "limits", "pids", pairs);
        add("mem_reservation", "reservations", "memory", pairs);
        return pairs;
    }

    private void add(String key, String block, String deployKey, List<LimitPair> pairs) {
        MapNode map = service.mapAt("deploy", "resources", block);
        Entry own = service.entry(key);
        if (map == null || own == null || !(own.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return;
        }
        boolean memory = deployKey.equals("memory");
        Field<?> mine = field(own, scalar, memory);
        Entry other = map.entry(deployKey);
        Field<?> theirs = other != null && other.value() instanceof ScalarNode written && !written.isNull()
                ? field(other, written, memory)
                : Values.missing(map.at(), partial || map.isReset(deployKey));
        Double mineNumber = number(mine);
        Double theirNumber = theirs.isAbsent() ? Double.valueOf(0) : number(theirs);
        // a service's zero is the same as nothing
        boolean agree = mineNumber == null || theirNumber == null || mineNumber == 0 || mineNumber.equals(theirNumber);
        pairs.add(new LimitPair(key, "deploy.resources." + block + "." + deployKey, mine, theirs, map.at(), agree));
    }

    private static Field<?> field(Entry entry, ScalarNode scalar, boolean memory) {
        if (memory) {
            Value<ByteSize> size = Values.size(scalar);
            return Values.present(entry, size);
        }
        return Values.present(entry, Values.string(scalar));
    }

    private static @Nullable Double number(Field<?> field) {
        Optional<?> known = field.known();
        if (known.isEmpty()) {
            return null;
        }
        if (known.get() instanceof ByteSize size) {
            return (double) size.bytes();
        }
        try {
            return Double.valueOf(known.get().toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
