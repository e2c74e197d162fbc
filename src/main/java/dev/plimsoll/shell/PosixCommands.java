package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads simple commands of sh: words, redirections, what they say of variables. */
final class PosixCommands {
    private final PosixScript script;
    private final PosixWords words;
    private final String text;
    private final Cursor in;
    /** Where the command that is being read sends its output to; null for nowhere, or for the end of a file. */
    private @Nullable Word output;

    PosixCommands(PosixScript script, PosixWords words) {
        this.script = script;
        this.words = words;
        this.text = script.text;
        this.in = script.in;
    }

    void command(PosixScript.Place place) {
        int start = in.at();
        int commandsBefore = script.found.size();
        int pendingBefore = script.pending.size();
        output = null;
        List<Word> words = new ArrayList<>();
        boolean isSynopsis = words(words);
        Word written = output;
        if (in.more() && in.unit() == '(') {
            in.skip(1);
            if (in.more() && in.unit() == ')' && words.size() == 1) {
                // name() of a function
                in.skip(1);
                return;
            }
            place.parentheses++;
            script.level++;
            script.broken = true;
        }
        if (in.at() == start) {
            in.skip(1);
        }
        if (script.broken || isSynopsis) {
            return;
        }
        int program = 0;
        while (program < words.size() && isAssignment(words.get(program))) {
            program++;
        }
        boolean topLevel = script.level == 0 && script.depth == 1 && !place.conditional;
        if (program == words.size()) {
            assign(words, 0, start, topLevel);
            return;
        }
        remember(words, program, start, topLevel);
        write(words.subList(program, words.size()), written, pendingBefore);
        addCommand(words, program, commandsBefore);
    }

    /** Says of the command's here-documents which file they are written into. */
    private void write(List<Word> words, @Nullable Word output, int pendingBefore) {
        if (script.pending.size() != pendingBefore + 1) {
            return;
        }
        List<Word> rest = words.get(0).value().equals("sudo") ? words.subList(1, words.size()) : words;
        String program = rest.isEmpty() ? "" : rest.get(0).value();
        Word target = null;
        if (program.equals("cat") && rest.size() == 1) {
            target = output;
        } else if (program.equals("tee") && rest.size() == 2) {
            target = rest.get(1);
        }
        target = target == null ? DockerBuild.fileFromInput(words) : target;
        if (target != null) {
            script.pending.get(pendingBefore).target = target.text();
        }
    }

    private void addCommand(List<Word> words, int program, int position) {
        int docker = Programs.docker(words.subList(program, words.size()));
        if (docker < 0) {
            return;
        }
        int first = program + docker;
        List<Word> assignments = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            if (isAssignment(words.get(i))) {
                assignments.add(words.get(i));
            }
        }
        List<Word> rest = words.subList(first, words.size());
        // in the order in which they are written: what stands inside of it was found before it
        script.found.add(
                position,
                new ShellCommand(
                        rest, assignments, Continuation.BACKSLASH, new Location(script.code.file(), span(rest))));
    }

    private static Span span(List<Word> words) {
        Span first = words.get(0).at().span();
        int end = first.end();
        int previous = first.start();
        for (Word word : words) {
            Span span = word.at().span();
            // the elements of an array stand elsewhere
            if (span.start() >= previous) {
                previous = span.start();
                end = Math.max(end, span.end());
            }
        }
        return new Span(first.start(), end);
    }

    private static boolean isAssignment(Word word) {
        int end = Programs.assignmentEnd(word.value());
        if (end == 0) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (!word.text().isWrittenAt(i)) {
                return false;
            }
        }
        return word.at().text().startsWith(word.value().substring(0, end));
    }

    private void assign(List<Word> words, int from, int position, boolean topLevel) {
        for (int i = from; i < words.size(); i++) {
            Word word = words.get(i);
            int end = Programs.assignmentEnd(word.value());
            if (end > 0) {
                script.seen.assign(
                        word.value().substring(0, end - 1), word.text().from(end), position, topLevel);
            }
        }
    }

    /** What a command that is not docker does to variables. */
    private void remember(List<Word> words, int program, int position, boolean topLevel) {
        switch (words.get(program).value()) {
            case "export", "readonly", "declare", "typeset", "local" -> assign(words, program + 1, position, topLevel);
            case "read", "unset", "getopts", "printf", "mapfile", "readarray", "let" -> {
                for (int i = program + 1; i < words.size(); i++) {
                    changeNamed(words.get(i).value());
                }
            }
            case "source", ".", "eval" -> script.seen.changeAll(position);
            default -> {
                if (words.get(program).value().indexOf('=') > 0) {
                    // NAME+=x, NAME[0]=x
                    changeNamed(words.get(program).value());
                }
            }
        }
    }

    private void changeNamed(String word) {
        int i = 0;
        while (i < word.length() && Programs.isNameUnit(word.charAt(i), i > 0)) {
            i++;
        }
        if (i > 0) {
            script.seen.change(word.substring(0, i));
        }
    }

    /** Reads the words of a simple command; says whether one of them shows that it is but a synopsis. */
    boolean words(List<Word> words) {
        boolean isSynopsis = false;
        while (!script.broken) {
            script.skipBlanks();
            if (!in.more()) {
                break;
            }
            char c = in.unit();
            if (PosixScript.isBreak(c) || c == ';' || c == '|' || c == ')' || c == '(') {
                break;
            }
            if (c == '&') {
                if (in.ahead(1) != '>') {
                    break;
                }
                in.skip(1);
                redirection();
            } else if (c == '#') {
                script.skipComment();
            } else if ((c == '<' || c == '>') && script.placeholderEnd(in.at()) == in.at()) {
                if (in.ahead(1) == '(') {
                    this.words.word(words);
                } else {
                    redirection();
                }
            } else if (fileDescriptorEnd(in.at()) > in.at()) {
                in.to(fileDescriptorEnd(in.at()));
                redirection();
            } else {
                int size = words.size();
                this.words.word(words);
                isSynopsis |= script.documentation && resolvePlaceholders(words, size);
            }
        }
        return isSynopsis;
    }

    private boolean resolvePlaceholders(List<Word> words, int from) {
        for (int i = from; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.quote() == Quote.NONE && Placeholders.isSynopsis(word.at().text())) {
                return true;
            }
            if (word.text().isLiteral()) {
                words.set(i, new Word(Placeholders.resolve(word.text()), word.at(), word.quote()));
            }
        }
        return false;
    }

    private int fileDescriptorEnd(int from) {
        int i = from;
        while (i < in.limit() && i - from < 4 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean redirects = i > from && i < in.limit() && (text.charAt(i) == '<' || text.charAt(i) == '>');
        return redirects && script.placeholderEnd(i) == i ? i : from;
    }

    private void redirection() {
        char c = in.unit();
        in.skip(1);
        boolean writes = c == '>' && in.more() && in.unit() != '>' && in.unit() != '&';
        if (c == '<' && in.more() && in.unit() == '<') {
            in.skip(1);
            if (in.more() && in.unit() == '<') {
                in.skip(1);
            } else {
                hereDocument();
                return;
            }
        } else {
            while (in.more() && "<>&|".indexOf(in.unit()) >= 0) {
                in.skip(1);
            }
        }
        script.skipBlanks();
        if (in.more() && !PosixScript.isBreak(in.unit()) && ";&|()".indexOf(in.unit()) < 0) {
            List<Word> target = new ArrayList<>();
            words.word(target);
            output = writes && target.size() == 1 ? target.get(0) : output;
        } else if (in.at() + 1 < in.limit() && in.unit() == '(') {
            // < <(…)
            words.word(new ArrayList<>());
        }
    }

    private void hereDocument() {
        boolean tabs = in.more() && in.unit() == '-';
        in.skip(tabs ? 1 : 0);
        while (in.more() && PosixScript.isBlank(in.unit())) {
            in.skip(1);
        }
        int end = HereDocument.delimiterEnd(text, in.at(), in.limit());
        String delimiter = text.substring(in.at(), end);
        HereDocument opened = HereDocument.of(delimiter, tabs);
        if (opened != null) {
            script.pending.add(new PosixScript.Pending(opened, !delimiter.equals(opened.name())));
        }
        in.to(end);
    }
}
