package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.LimitPair;
import dev.plimsoll.model.Setting;
import dev.plimsoll.yaml.YamlScalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes limits of a service where it has them: {@code mem_limit} and its like, or the blocks of {@code deploy}. */
final class LimitEdits {
    private static final String MEM_LIMIT = "mem_limit";
    private static final String MEM_RESERVATION = "mem_reservation";
    private static final String MEMSWAP_LIMIT = "memswap_limit";

    private final MapNode service;
    private final boolean swarm;

    private final ProjectTexts texts;

    /** For a swarm all new limits go below {@code deploy}: {@code docker stack deploy} refuses the service's own. */
    LimitEdits(MapNode service, boolean swarm, ProjectTexts texts) {
        this.swarm = swarm;
        this.service = service;
        this.texts = texts;
    }

    /** Whether a key stands in a file that is used without the one to write in, which may have a value of its own. */
    private boolean isBelow(@Nullable Entry entry) {
        return entry != null
                && entry.owner() != null
                && texts.isBelow(entry.owner().file(), service.written().file());
    }

    void setMemoryLimit(ByteSize size, EditPlan edits) throws Refused {
        ScalarNode own = written(service, MEM_LIMIT);
        MapNode limits = deployed("limits");
        ScalarNode deployed = limits == null ? null : written(limits, "memory");
        if (own != null) {
            edits.add(YamlEdits.setScalar(own, spelledInPlaceOf(own, size)));
        }
        if (deployed != null) {
            edits.add(YamlEdits.setScalar(deployed, asString(spelledInPlaceOf(deployed, size))));
        }
        if (own == null && deployed == null) {
            if (limits != null) {
                // beside a limits block, mem_limit must be repeated there: one place is enough
                edits.add(YamlEdits.append(limits, "memory: " + asString(size.spelled())));
                return;
            }
            if (swarm) {
                addDeployedLimit("memory: " + asString(size.spelled()), edits);
                return;
            }
            Entry swap = service.entry(MEMSWAP_LIMIT);
            String line = MEM_LIMIT + ": " + spelledLike(service.scalar(MEMSWAP_LIMIT), size);
            edits.add(
                    swap != null && YamlEdits.isOwn(swap) && swap.owner() == service.written()
                            ? YamlEdits.insertBefore(swap, line)
                            : YamlEdits.append(service, line));
        }
    }

    private static String spelledInPlaceOf(ScalarNode scalar, ByteSize size) {
        return size.spelledLike(scalar.written().value());
    }

    /** Below {@code deploy} memory is a string: a number of bytes needs its unit. */
    private static String asString(String spelled) {
        return Character.isDigit(spelled.charAt(spelled.length() - 1)) ? spelled + "b" : spelled;
    }

    void limitMemoryWithoutSwap(ByteSize size, EditPlan edits) throws Refused {
        boolean written = service.entry(MEM_LIMIT) != null || service.entry(MEMSWAP_LIMIT) != null;
        if (written || deployed("limits") != null) {
            setMemoryLimit(size, edits);
            setSwapLimit(size, edits);
            return;
        }
        edits.add(YamlEdits.append(service, MEM_LIMIT + ": " + size.spelled(), MEMSWAP_LIMIT + ": " + size.spelled()));
    }

    /** The scalar of a key, even if nothing is written there: the key must not be written twice. */
    static @Nullable ScalarNode written(MapNode map, String key) {
        Entry entry = map.entry(key);
        return entry != null && entry.value() instanceof ScalarNode scalar ? scalar : null;
    }

    private @Nullable MapNode deployed(String kind) {
        return service.mapAt("deploy", "resources", kind);
    }

    /**
     * Whether the limit goes below {@code deploy}: it has a block for limits, with which Compose would want this one to
     * agree, or the service is for a swarm.
     */
    boolean isDeployed(Setting setting) {
        boolean limit = setting == Setting.CPUS || setting == Setting.PIDS;
        return limit && (swarm || deployed("limits") != null) && service.entry(setting.key()) == null;
    }

    /**
     * Writes a limit below {@code deploy}.
     *
     * @param version the version of the file's format, which {@code docker stack deploy} goes by; null if it has none
     */
    void setDeployed(Change.SetSetting set, @Nullable ScalarNode version, EditPlan edits) throws Refused {
        MapNode limits = deployed("limits");
        String key = set.setting() == Setting.CPUS ? "cpus" : "pids";
        if (limits != null && limits.entry(key) != null) {
            throw Refused.uneditable();
        }
        // source: docker/cli cli/compose/schema/data, which has the key from config_schema_v3.9.json on
        if (swarm
                && version != null
                && set.setting() == Setting.PIDS
                && !hasPids(version.text().value())) {
            throw new Refused("docker stack deploy takes it from version 3.9 of the format on, or without a version");
        }
        // older versions of Compose want this number as a string
        String value = set.setting() == Setting.CPUS ? '"' + set.value() + '"' : set.value();
        addDeployedLimit(key + ": " + value, edits);
    }

    private static boolean hasPids(String version) {
        return version.equals("3.9") || (version.startsWith("3.1") && version.length() > 3);
    }

    private void addDeployedLimit(String line, EditPlan edits) throws Refused {
        MapNode limits = deployed("limits");
        MapNode resources = service.mapAt("deploy", "resources");
        MapNode deploy = service.map("deploy");
        if (limits != null) {
            edits.add(YamlEdits.append(limits, line));
        } else if (resources != null) {
            edits.add(YamlEdits.appendNested(resources, "limits", line));
        } else if (deploy != null && deploy.entry("resources") == null) {
            edits.add(YamlEdits.appendNested(deploy, "resources", "limits", line));
        } else {
            throw Refused.uneditable();
        }
    }

    void copyIntoDeploy(LimitPair pair, EditPlan edits) throws Refused {
        String path = pair.deployKey();
        String key = path.substring(path.lastIndexOf('.') + 1);
        MapNode block = deployed(path.contains(".reservations.") ? "reservations" : "limits");
        ScalarNode own = service.scalar(pair.key());
        if (own == null || block == null || block.entry(key) != null) {
            throw Refused.uneditable();
        }
        String value = spelledInDeploy(own, key);
        boolean inFlow = block.origin().inFlow() || block.written().isFlow();
        boolean quoted = YamlEdits.unquoted(value).length() != value.length();
        edits.add(YamlEdits.append(
                block, key + ": " + (inFlow && !quoted && value.indexOf('{') >= 0 ? '"' + value + '"' : value)));
    }

    /** The user's own spelling where the block takes it: it wants memory as a string, and older versions CPUs too. */
    private static String spelledInDeploy(ScalarNode own, String key) throws Refused {
        YamlScalar written = own.written();
        boolean block = written.style() == YamlScalar.Style.LITERAL || written.style() == YamlScalar.Style.FOLDED;
        boolean number = written.kind() != YamlScalar.Kind.STRING;
        Optional<ByteSize> size = key.equals("memory") ? Values.size(own).known() : Optional.empty();
        if (size.isPresent()
                && number
                && !size.get().spelled().endsWith("m")
                && !size.get().spelled().endsWith("g")) {
            return '"' + written.raw() + '"';
        }
        if (size.isPresent() && (block || number)) {
            return asString(size.get().spelled());
        }
        if (block) {
            throw Refused.block();
        }
        return number && key.equals("cpus") ? '"' + written.raw() + '"' : written.raw();
    }

    void setReservation(ByteSize size, EditPlan edits) throws Refused {
        ScalarNode own = service.scalar(MEM_RESERVATION);
        MapNode reservations = deployed("reservations");
        ScalarNode deployed = reservations == null ? null : reservations.scalar("memory");
        if (own != null) {
            edits.add(YamlEdits.setScalar(own, spelledInPlaceOf(own, size)));
        }
        if (deployed != null) {
            edits.add(YamlEdits.setScalar(deployed, asString(spelledInPlaceOf(deployed, size))));
        }
        if (own == null && deployed == null) {
            throw new Refused("there is no reservation to change");
        }
    }

    void setSwapLimit(ByteSize total, EditPlan edits) throws Refused {
        String spelled = spelledLikeLimit(total);
        boolean below = isBelow(service.entry(MEMSWAP_LIMIT));
        ScalarNode swap = below ? null : written(service, MEMSWAP_LIMIT);
        if (swap != null) {
            edits.add(YamlEdits.setScalar(swap, YamlEdits.unquoted(spelled)));
            return;
        }
        if (!below && service.entry(MEMSWAP_LIMIT) != null) {
            throw Refused.uneditable("memswap_limit is");
        }
        if (swarm) {
            throw new Refused("docker stack deploy takes no swap limit");
        }
        Entry limit = service.entry(MEM_LIMIT);
        String line = MEMSWAP_LIMIT + ": " + spelled;
        edits.add(
                limit != null && YamlEdits.isOwn(limit) && limit.owner() == service.written()
                        ? YamlEdits.insertAfter(limit, line)
                        : YamlEdits.append(service, line));
    }

    /** Writes a size that is spelled in another way than Docker wants it. */
    void respell(String key, ByteSize size, EditPlan edits) throws Refused {
        edits.add(YamlEdits.setScalar(sizeAt(key), size.spelled()));
    }

    private ScalarNode sizeAt(String key) throws Refused {
        MapNode block = key.startsWith("deploy.")
                ? deployed(key.contains(".reservations.") ? "reservations" : "limits")
                : service;
        ScalarNode scalar = block == null ? null : written(block, key.substring(key.lastIndexOf('.') + 1));
        if (scalar == null) {
            throw Refused.uneditable();
        }
        return scalar;
    }

    void unquoteSwapLimit(EditPlan edits) throws Refused {
        ScalarNode swap = written(service, MEMSWAP_LIMIT);
        if (swap == null) {
            throw Refused.uneditable("memswap_limit is");
        }
        edits.add(
                YamlEdits.replaceScalar(swap, YamlEdits.unquoted(swap.written().raw())));
    }

    /** The user's own spelling of the limit, variables included, if the swap limit is to equal it. */
    private String spelledLikeLimit(ByteSize total) {
        ScalarNode limit = service.scalar(MEM_LIMIT);
        MapNode limits = deployed("limits");
        if (limit == null && limits != null) {
            limit = limits.scalar("memory");
        }
        return spelledLike(limit, total);
    }

    /** The user's own spelling of a size that another one is to equal. */
    private static String spelledLike(@Nullable ScalarNode other, ByteSize size) {
        if (other == null) {
            return size.spelled();
        }
        YamlScalar written = other.written();
        boolean equal = Values.size(other).known().equals(Optional.of(size));
        boolean oneLine = written.style() != YamlScalar.Style.LITERAL && written.style() != YamlScalar.Style.FOLDED;
        return equal && oneLine ? written.raw() : size.spelled();
    }
}
