package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.Edit;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlScalar.Style;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Map;

/** {@code volume-quoted}: volumes without quotes that they do not need. */
final class VolumeQuoted extends StyleRule {
    static final String ID = "volume-quoted";

    VolumeQuoted(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
    }

    @Override
    void service(String name, YamlMapping service) {
        if (value(service, "volumes") instanceof YamlSequence list) {
            for (YamlNode item : list.items()) {
                boolean quoted = item instanceof YamlScalar scalar
                        && (scalar.style() == Style.SINGLE_QUOTED || scalar.style() == Style.DOUBLE_QUOTED);
                if (quoted && item.tag().isEmpty() && QuoteEdits.isNeedless((YamlScalar) item, list.isFlow())) {
                    find(name, (YamlScalar) item);
                }
            }
        }
    }

    private void find(String service, YamlScalar volume) {
        Finding.Builder finding =
                Finding.at(volume.location()).container(service).evidence(volume.value());
        String message = volume.value() + " in volumes of \"" + service + "\" needs no quotes";
        find(finding, "remove the quotes", message, () -> new Edit(volume.location(), volume.value()));
    }
}
