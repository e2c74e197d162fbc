package dev.plimsoll.fuzz;

import dev.plimsoll.fix.Applied;
import dev.plimsoll.source.Edit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What must hold of comments and line ends after fixes. */
record KeptComments(FixTrial trial) {
    /** Each comment of the generator is there as often as before, unless all of its line went, or all of its block. */
    void check(Map<String, String> before, FixTrial.Outcome outcome) throws Violation {
        Set<String> gone = new LinkedHashSet<>();
        for (Applied applied : outcome.fixed().applied()) {
            for (Edit edit : applied.fix().edits()) {
                String removed = edit.at().text();
                if (removed.contains(RandomProject.COMMENT) && isWholeLines(edit)) {
                    gone.add(removed);
                }
            }
        }
        for (Map.Entry<String, String> file : before.entrySet()) {
            for (String comment : RandomProject.comments(file.getValue())) {
                boolean kept = RandomProject.comments(outcome.after().get(file.getKey()))
                        .contains(comment);
                if (!kept
                        && gone.stream()
                                .noneMatch(text -> RandomProject.comments(text).contains(comment))) {
                    throw trial.violation("a comment is lost", outcome, file.getKey() + ": " + comment);
                }
            }
            boolean crlf = file.getValue().replace("\r\n", "").indexOf('\n') < 0;
            boolean one = file.getValue().indexOf('\n') < 0;
            String text = outcome.after().get(file.getKey());
            if (crlf && !one && text.replace("\r\n", "").indexOf('\n') >= 0) {
                throw trial.violation("a line ends in another way", outcome, file.getKey());
            }
        }
    }

    private static boolean isWholeLines(Edit edit) {
        String text = edit.at().file().text();
        int start = edit.at().span().start();
        String removed = edit.at().text();
        String ahead = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
        return (ahead.isBlank() || ahead.strip().equals("-"))
                && !removed.strip().startsWith("#");
    }
}
