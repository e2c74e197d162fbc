package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change in the model's words as a fix of a finding; where its writer refuses, the words stay, with the reason. */
final class WrittenChange {
    private WrittenChange() {}

    static void into(Finding.Builder finding, ChangeWriter writer, String title, Safety safety, Change change) {
        List<Edit> edits = new ArrayList<>(2);
        Optional<String> refusal = writer.write(change, new ChangeWriter.EditSink() {
            @Override
            public void replace(Location at, String text) {
                edits.add(new Edit(at, text));
            }
        });
        if (refusal.isPresent()) {
            finding.help(title + " (by hand: " + refusal.get() + ")");
            finding.refusal(refusal.get());
        } else {
            finding.help(title);
            finding.fix(new Fix(title, safety, edits));
        }
    }
}
