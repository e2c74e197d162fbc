package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.source.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change in the model's words as a fix of a finding; where its writer refuses, the words stay, with the reason. */
final class WrittenChange {
    private WrittenChange() {}

    static <C extends Change> void into(
            Finding.Builder finding, ChangeWriter<C> writer, String title, Safety safety, C change) {
        List<Edit> edits = new ArrayList<>(2);
        Optional<String> refusal = writer.write(change, edits);
        if (refusal.isPresent()) {
            finding.help(title + " (by hand: " + refusal.get() + ")");
            finding.refusal(refusal.get());
        } else {
            finding.help(title);
            finding.fix(new Fix(title, safety, edits));
        }
    }
}
