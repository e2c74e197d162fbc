package dev.plimsoll.compose.check;

import dev.plimsoll.compose.edit.YamlEdits;
import dev.plimsoll.compose.tree.GoScalar;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;

/**
 * Numbers with a leading zero where Compose wants text: YAML reads them as octal numbers, and Compose writes what was read in
 * decimal digits. Source: testdata/engine/yaml-octal.
 */
final class LeadingZeros {
    /** A mode or a mask has no more digits. What is longer may be a code that messages do not repeat. */
    private static final int MOST_SHOWN = 4;

    private LeadingZeros() {}

    /** Whether a scalar is an octal number without saying so, which is another one in decimal digits: not 002, not 08. */
    static boolean has(ScalarNode scalar) {
        String digits = scalar.written().value();
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        boolean several = digits.length() - first > 1;
        for (int i = first; i < digits.length(); i++) {
            several &= digits.charAt(i) >= '0' && digits.charAt(i) <= '7';
        }
        return several && scalar.kind() == YamlScalar.Kind.INTEGER;
    }

    /** What is to be said of one, by its key in a section of the project, a path that ends with a slash. */
    static Finding finding(String section, String key, ScalarNode scalar) {
        String written = scalar.written().value();
        boolean shown = written.length() <= MOST_SHOWN;
        Finding.Builder finding = Finding.at(scalar.at()).evidence(section + key);
        String title = shown ? "write \"" + written + "\" with its quotes" : "put it in quotes";
        finding.help(title);
        if (!shown) {
            finding.confidential();
        }
        try {
            Edit edit = YamlEdits.replaceScalar(scalar, '"' + written + '"');
            finding.fix(new Fix(title, Safety.UNSAFE, List.of(edit)));
        } catch (Refused e) {
            finding.refusal(e.reason());
        }
        return finding.says((shown ? key + ": " + written : key) + " is an octal number in YAML: Compose sets it to "
                + (shown ? GoScalar.of(scalar) : "other digits"));
    }
}
