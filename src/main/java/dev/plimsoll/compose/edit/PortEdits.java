package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlScalar;

/** Edits of the ports that a service publishes, in both forms. */
final class PortEdits {
    private final MapNode service;

    PortEdits(MapNode service) {
        this.service = service;
    }

    /** Publishes ports on one address. */
    void bind(Change.BindPorts change, EditPlan edits) throws Refused {
        for (Located<?> port : change.ports()) {
            Node written = item(port.at());
            YamlEdits.requireOwn(written);
            if (written instanceof MapNode map) {
                edits.add(inLongForm(map, change.address()));
            } else if (written instanceof ScalarNode scalar) {
                edits.add(inShortForm(scalar, change.address()));
            }
        }
    }

    private Node item(Location at) throws Refused {
        if (service.get("ports") instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item.at().equals(at)) {
                    return item;
                }
            }
        }
        throw Refused.uneditable();
    }

    private static Edit inLongForm(MapNode port, String address) throws Refused {
        Entry own = port.entry("host_ip");
        if (own != null) {
            if (own.value() instanceof ScalarNode scalar) {
                return YamlEdits.setScalar(scalar, address);
            }
            throw Refused.uneditable();
        }
        Entry published = port.entry("published");
        Entry beside = published == null ? port.entry("target") : published;
        if (beside == null) {
            throw Refused.uneditable();
        }
        return YamlEdits.insertAfter(beside, "host_ip: " + address);
    }

    /** A variable may stand in the ports, which stay as they are, but not in the address. */
    private static Edit inShortForm(ScalarNode port, String address) throws Refused {
        YamlScalar.Style style = port.written().style();
        if (style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED) {
            throw Refused.block();
        }
        String text = port.text().value();
        int length = PortSyntax.addressLength(text);
        if (length > 0) {
            return YamlEdits.inScalar(port, port.text().part(0, length).location(), address);
        }
        Location content = port.written().content();
        Span before = Span.at(content.span().start());
        String separator = length == 0 ? "" : PortSyntax.separator(text);
        return new Edit(new Location(content.file(), before), address + separator);
    }
}
