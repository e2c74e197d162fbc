package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.HostBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.JsonWriter;
import java.util.Optional;

/** The budget as JSON, version 1. Sizes in bytes; null where there is none, {@code {"unknown": raw}} for a limit. */
public final class BudgetJson implements BudgetReporter {
    /** A reporter. */
    public BudgetJson() {}

    @Override
    public void write(Budget budget, StringBuilder out) {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().key("version").number(1).key("containers").beginArray();
        for (ContainerBudget container : budget.containers()) {
            container(container, json);
        }
        json.endArray().key("host");
        HostBudget host = budget.host();
        json.beginObject();
        size("memory", budget.hostMemory(), json);
        json.key("limits").number(host.limits().bytes());
        json.key("tmpfs").number(host.tmpfs().bytes());
        json.key("taken").number(host.taken().bytes());
        json.key("inProfiles").number(host.inProfiles().bytes());
        json.key("unlimited").number(host.unlimited());
        json.endObject().endObject();
        out.append('\n');
    }

    private static void container(ContainerBudget container, JsonWriter json) {
        json.beginObject().key("name").string(container.name()).key("path").string(container.path());
        json.key("replicas");
        if (container.replicas().isPresent()) {
            json.number(container.replicas().getAsInt());
        } else {
            json.nothing();
        }
        json.key("profiles").beginArray();
        for (String profile : container.profiles()) {
            json.string(profile);
        }
        json.endArray();
        if (container.unknownLimit().isEmpty()) {
            size("limit", container.limit(), json);
        } else {
            json.key("limit")
                    .beginObject()
                    .key("unknown")
                    .string(container.unknownLimit())
                    .endObject();
        }
        json.key("swap")
                .beginObject()
                .key("kind")
                .string(container.swap().kind().label());
        size("size", container.swap().size(), json);
        json.endObject().key("segments").beginArray();
        for (Segment segment : container.segments()) {
            json.beginObject().key("kind").string(segment.kind().label());
            json.key("name").string(segment.name());
            json.key("bound").string(segment.bound().label());
            size("size", segment.size(), json);
            if (container.water().isPresent()) {
                size("inUse", container.water().get().in(segment), json);
                size("suggested", container.water().get().suggested(segment), json);
            }
            json.endObject();
        }
        json.endArray().key("used").number(container.used().bytes());
        size("left", container.left(), json);
        if (container.water().isPresent()) {
            json.key("inUse").number(container.water().get().memory().bytes());
        }
        json.key("over").number(container.overload().bytes());
        json.key("open").bool(container.isOpen());
        json.key("verdict").string(container.verdict()).endObject();
    }

    private static void size(String key, Optional<ByteSize> size, JsonWriter json) {
        json.key(key);
        if (size.isPresent()) {
            json.number(size.get().bytes());
        } else {
            json.nothing();
        }
    }
}
