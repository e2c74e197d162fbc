package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads sh and bash: the grammar of POSIX, chapter 2, with bash's arrays, {@code $'…'}, {@code [[ … ]]} and process
 * substitution. Each unit is read once, but for quotes that are never closed: there the command is dropped and reading
 * goes on in the next line, a few times.
 *
 * <p>This class reads lists of commands and what is reserved in them; {@link PosixCommands}, {@link PosixWords} and
 * {@link PosixExpansions} read what is in a list.
 */
final class PosixReader implements PosixScript.Lists {
    private static final char END = PosixScript.END;

    private final PosixScript script;
    private final PosixWords words;
    private final PosixCommands commands;
    private final String text;
    private final Cursor in;

    PosixReader(Text code, boolean documentation) {
        this(new PosixScript(code, documentation, new Variables()));
    }

    private PosixReader(PosixScript script) {
        this.script = script;
        this.words = new PosixWords(script, this);
        this.commands = new PosixCommands(script, words);
        this.text = script.text;
        this.in = script.in;
    }

    /** The files that the script writes with here-documents. */
    List<WrittenFile> files() {
        list(END);
        return script.files;
    }

    List<ShellCommand> read() {
        list(END);
        if (!script.found.isEmpty() && script.seen.anyKnown()) {
            PosixReader again = new PosixReader(new PosixScript(script.code, script.documentation, script.seen));
            again.list(END);
            return again.script.found;
        }
        return script.found;
    }

    @Override
    public void list(char close) {
        if (script.depth >= PosixScript.MAX_DEPTH) {
            script.stop();
            return;
        }
        script.depth++;
        boolean outer = script.broken;
        PosixScript.Place place = new PosixScript.Place();
        boolean open = true;
        while (open) {
            script.broken = false;
            script.skipBlanks();
            if (!in.more()) {
                break;
            }
            char c = in.unit();
            if (c == ')') {
                in.skip(1);
                open = !closes(place, close);
            } else if (PosixScript.isBreak(c) || c == ';' || c == '&' || c == '|') {
                operator(place);
            } else if (place.inPattern) {
                pattern(place);
            } else if (c == '(') {
                openParenthesis(place);
            } else if (c == '#') {
                script.skipComment();
            } else if (!reserved(place)) {
                commands.command(place);
                place.ran = true;
            }
        }
        script.depth--;
        script.broken = outer || (open && close != END);
    }

    private boolean closes(PosixScript.Place place, char close) {
        if (place.parentheses > 0) {
            place.parentheses--;
            script.lower();
            return false;
        }
        return close == ')';
    }

    private void openParenthesis(PosixScript.Place place) {
        int arithmetic = script.arithmeticEnd(in.at());
        if (arithmetic > in.at()) {
            script.changeNames(in.at(), arithmetic);
            in.to(arithmetic);
            return;
        }
        in.skip(1);
        place.parentheses++;
        script.level++;
    }

    /** Reads what parts commands. */
    private void operator(PosixScript.Place place) {
        char c = in.unit();
        if (PosixScript.isBreak(c)) {
            lineBreak();
            // a line break right after && goes on with the same list
            place.conditional &= !place.ran;
            place.ran = false;
            return;
        }
        boolean twice = in.ahead(1) == c;
        boolean endsCase = c == ';' && place.cases > 0 && (twice || (in.ahead(1) == '&'));
        in.skip(twice ? 2 : 1);
        if (endsCase) {
            in.skip(!twice || (in.more() && in.unit() == '&') ? 1 : 0);
            place.inPattern = true;
        }
        place.conditional = twice && c != ';';
        place.ran = false;
    }

    private void lineBreak() {
        in.skip(in.unit() == '\r' && in.ahead(1) == '\n' ? 2 : 1);
        for (int i = 0; i < script.pending.size() && in.more(); i++) {
            script.skip(script.pending.get(i));
        }
        script.pending.clear();
    }

    /** Takes a reserved word off, if one begins here. */
    private boolean reserved(PosixScript.Place place) {
        int end = in.at();
        while (end < in.limit() && end - in.at() < 9 && isReservedUnit(text.charAt(end))) {
            end++;
        }
        if (end == in.at() || (end < in.limit() && !PosixScript.endsWord(text.charAt(end)))) {
            return false;
        }
        String word = text.substring(in.at(), end);
        switch (word) {
            case "then", "else", "elif", "do", "!", "time", "coproc" -> {}
            case "if", "while", "until", "{" -> script.level++;
            case "fi", "done", "}" -> script.lower();
            case "for", "select" -> {
                script.level++;
                in.to(end);
                loopHead();
                return true;
            }
            case "case" -> {
                script.level++;
                in.to(end);
                caseHead(place);
                return true;
            }
            case "esac" -> {
                endCase(place);
            }
            case "function" -> {
                in.to(end);
                functionHead();
                return true;
            }
            case "[[" -> {
                in.to(end);
                test();
                return true;
            }
            default -> {
                return false;
            }
        }
        in.to(end);
        return true;
    }

    private static boolean isReservedUnit(char c) {
        return (c >= 'a' && c <= 'z') || c == '!' || c == '{' || c == '}' || c == '[';
    }

    private void endCase(PosixScript.Place place) {
        place.cases = Math.max(0, place.cases - 1);
        place.inPattern = false;
        script.lower();
    }

    private void loopHead() {
        script.skipBlanks();
        if (in.more() && in.unit() == '(') {
            int end = script.arithmeticEnd(in.at());
            if (end > in.at()) {
                script.changeNames(in.at(), end);
                in.to(end);
                return;
            }
        }
        int end = script.nameEnd(in.at());
        if (end > in.at()) {
            script.seen.change(text.substring(in.at(), end));
        }
        commands.words(new ArrayList<>());
    }

    private void caseHead(PosixScript.Place place) {
        words.word(new ArrayList<>());
        while (in.more() && (PosixScript.isBreak(in.unit()) || PosixScript.isBlank(in.unit()))) {
            in.skip(1);
        }
        if (in.startsWith("in") && script.endsAfter(2)) {
            in.skip(2);
            place.cases++;
            place.inPattern = true;
        }
    }

    private void pattern(PosixScript.Place place) {
        if (in.startsWith("esac") && script.endsAfter(4)) {
            in.skip(4);
            endCase(place);
            return;
        }
        if (in.unit() == '#') {
            script.skipComment();
            return;
        }
        if (in.unit() == '(') {
            in.skip(1);
        }
        while (in.more()) {
            script.skipBlanks();
            char c = in.more() ? in.unit() : '\n';
            if (c == ')') {
                in.skip(1);
                break;
            }
            if (PosixScript.isBreak(c)) {
                break;
            }
            int before = in.at();
            words.word(new ArrayList<>());
            in.to(Math.max(in.at(), before + 1));
        }
        place.inPattern = false;
    }

    private void functionHead() {
        words.word(new ArrayList<>());
        script.skipBlanks();
        if (in.more() && in.unit() == '(' && in.ahead(1) == ')') {
            in.skip(2);
        }
    }

    /** The condition between double brackets, where parentheses and angle brackets compare. */
    private void test() {
        List<Word> words = new ArrayList<>();
        while (in.more() && !script.broken) {
            script.skipBlanks();
            if (!in.more() || PosixScript.isBreak(in.unit())) {
                return;
            }
            if ("()<>&|;".indexOf(in.unit()) >= 0) {
                in.skip(1);
                continue;
            }
            boolean closed = in.startsWith("]]") && script.endsAfter(2);
            words.clear();
            this.words.word(words);
            if (closed) {
                return;
            }
        }
    }
}
