package dev.plimsoll.suppress;

import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.SourceFile;
import java.util.List;

/**
 * Whether a file still holds the commands that it held, word for word. In a script that is not quite right, a quote or a
 * bracket may be open where a comment is put, and nobody can say in advance what the shell then makes of it.
 */
final class SameCommands {
    private SameCommands() {}

    static boolean in(SourceFile before, String after) {
        HostKind kind = HostKind.of(before);
        if (kind == HostKind.NONE || kind == HostKind.COMPOSE) {
            return true;
        }
        Embedded was = Hosts.read(before, kind);
        Embedded is = Hosts.read(new SourceFile(before.path(), after), kind);
        return same(was.commands(), is.commands());
    }

    private static boolean same(List<ShellCommand> some, List<ShellCommand> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = sameWords(some.get(i).words(), others.get(i).words());
        }
        return same;
    }

    private static boolean sameWords(List<Word> some, List<Word> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).at().text().equals(others.get(i).at().text());
        }
        return same;
    }
}
