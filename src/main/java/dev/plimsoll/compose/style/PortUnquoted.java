package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlScalar.Style;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Map;

/** {@code port-unquoted}: ports in quotes, of the kind that the rule's option names. */
final class PortUnquoted extends StyleRule {
    static final String ID = "port-unquoted";

    private final String quotes;

    PortUnquoted(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
        this.quotes = words("quotes").get(0);
    }

    @Override
    void service(String name, YamlMapping service) {
        for (String key : new String[] {"ports", "expose"}) {
            if (value(service, key) instanceof YamlSequence list) {
                for (YamlNode item : list.items()) {
                    if (item instanceof YamlScalar port && isToQuote(port)) {
                        find(name, key, port, isSingle(list));
                    }
                }
            }
        }
    }

    private boolean isToQuote(YamlScalar port) {
        boolean word = port.tag().isEmpty() && !port.span().isEmpty();
        return word
                && switch (port.style()) {
                    case PLAIN -> true;
                    case SINGLE_QUOTED -> quotes.equals("double");
                    case DOUBLE_QUOTED -> quotes.equals("single");
                    case LITERAL, FOLDED -> false;
                };
    }

    /** Whether single quotes are to be used: the option says so, or the others of the list have no other ones. */
    private boolean isSingle(YamlSequence list) {
        boolean single = false;
        for (YamlNode item : list.items()) {
            if (item instanceof YamlScalar port) {
                single |= port.style() == Style.SINGLE_QUOTED;
                if (port.style() == Style.DOUBLE_QUOTED && !quotes.equals("single")) {
                    return false;
                }
            }
        }
        return quotes.equals("single") || (single && !quotes.equals("double"));
    }

    private void find(String service, String key, YamlScalar port, boolean single) {
        String words = (single ? "single" : "double") + " quotes";
        boolean plain = port.style() == Style.PLAIN;
        Finding.Builder finding = Finding.at(port.location()).container(service).evidence(key + " " + port.value());
        String message = port.value() + " in " + key + " of \"" + service + "\" is not in "
                + (plain && quotes.equals("any") ? "quotes" : words);
        find(finding, "put it in " + words, message, () -> QuoteEdits.quote(port, single ? '\'' : '"'));
    }
}
