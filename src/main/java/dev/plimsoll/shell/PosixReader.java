package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads sh and bash: the grammar of POSIX, chapter 2, with bash's arrays, {@code $'…'}, {@code [[ … ]]} and process
 * substitution. Each unit is read once, but for quotes that are never closed: there the command is dropped and reading
 * goes on in the next line, a few times.
 */
final class PosixReader {
    /** Levels of substitutions in each other. Beyond, the rest of the text is not read. */
    private static final int MAX_DEPTH = 60;

    /** How often an unclosed quote is forgiven; each time the rest of the text is read anew. */
    private static final int MAX_RECOVERIES = 12;

    /** Units of a subscript or a heredoc's delimiter. */
    private static final int MAX_NAME = 200;

    private static final char END = '\0';

    private final Text code;
    private final String text;
    private final boolean documentation;
    private final Variables known;
    private final Variables seen = new Variables();
    private final List<ShellCommand> found = new ArrayList<>();
    private final List<HereDocument> pending = new ArrayList<>();

    private final Cursor in;
    private int depth;
    private int level;
    private int recoveries;
    private boolean stopped;
    /** Whether the command that is being read cannot be trusted. */
    private boolean broken;
    /** Up to where no arithmetic is closed in its line. */
    private int noArithmeticBefore;

    private record HereDocument(String delimiter, boolean tabs) {}

    PosixReader(Text code, boolean documentation) {
        this(code, documentation, new Variables());
    }

    private PosixReader(Text code, boolean documentation, Variables known) {
        this.code = code;
        this.text = code.value();
        this.documentation = documentation;
        this.known = known;
        this.in = new Cursor(text, 0, text.length(), MAX_RECOVERIES);
    }

    List<ShellCommand> read() {
        list(END);
        if (!found.isEmpty() && seen.anyKnown()) {
            PosixReader again = new PosixReader(code, documentation, seen);
            again.list(END);
            return again.found;
        }
        return found;
    }

    // ---- lists of commands

    /** Where a list of commands stands. */
    private static final class Place {
        /** Parentheses of subshells that are open. */
        int parentheses;
        /** {@code case} commands that are open. */
        int cases;

        boolean inPattern;
        /** Whether the command before ended so that the next may not run. */
        boolean conditional;
        /** Whether a command was read since the last operator. */
        boolean ran;
    }

    /** Reads commands up to what closes the list, and over it. */
    private void list(char close) {
        if (depth >= MAX_DEPTH) {
            stop();
            return;
        }
        depth++;
        boolean outer = broken;
        Place place = new Place();
        boolean open = true;
        while (open) {
            broken = false;
            skipBlanks();
            if (!in.more()) {
                break;
            }
            char c = in.unit();
            if (c == ')') {
                in.skip(1);
                open = !closes(place, close);
            } else if (isBreak(c) || c == ';' || c == '&' || c == '|') {
                operator(place);
            } else if (place.inPattern) {
                pattern(place);
            } else if (c == '(') {
                openParenthesis(place);
            } else if (c == '#') {
                skipComment();
            } else if (!reserved(place)) {
                command(place);
                place.ran = true;
            }
        }
        depth--;
        broken = outer || (open && close != END);
    }

    private boolean closes(Place place, char close) {
        if (place.parentheses > 0) {
            place.parentheses--;
            lower();
            return false;
        }
        return close == ')';
    }

    private void openParenthesis(Place place) {
        int arithmetic = arithmeticEnd(in.at());
        if (arithmetic > in.at()) {
            changeNames(in.at(), arithmetic);
            in.to(arithmetic);
            return;
        }
        in.skip(1);
        place.parentheses++;
        level++;
    }

    private void lower() {
        level = Math.max(0, level - 1);
    }

    private void stop() {
        stopped = true;
        broken = true;
        in.toEnd();
    }

    /** Reads what parts commands. */
    private void operator(Place place) {
        char c = in.unit();
        if (isBreak(c)) {
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
        for (int i = 0; i < pending.size() && in.more(); i++) {
            skip(pending.get(i));
        }
        pending.clear();
    }

    private void skip(HereDocument document) {
        while (in.more()) {
            int end = lineEnd(in.at());
            int from = in.at();
            while (document.tabs() && from < end && text.charAt(from) == '\t') {
                from++;
            }
            boolean last = end - from == document.delimiter().length() && text.startsWith(document.delimiter(), from);
            in.to(nextLine(end));
            if (last) {
                return;
            }
        }
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < in.limit() && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int nextLine(int end) {
        boolean two = end + 1 < in.limit() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(in.limit(), end + (two ? 2 : 1));
    }

    private void skipComment() {
        in.to(lineEnd(in.at()));
    }

    /** Skips blanks and line breaks with a backslash before them. */
    private void skipBlanks() {
        while (in.more()) {
            char c = in.unit();
            if (isBlank(c)) {
                in.skip(1);
            } else if (c == '\\' && continuationEnd(in.at()) > in.at()) {
                in.to(continuationEnd(in.at()));
            } else {
                return;
            }
        }
    }

    /** The index behind a backslash and the line break after it; the index itself if there is none. */
    private int continuationEnd(int backslash) {
        int next = backslash + 1;
        return next < in.limit() && isBreak(text.charAt(next)) ? nextLine(next) : backslash;
    }

    // ---- reserved words

    /** Takes a reserved word off, if one begins here. */
    private boolean reserved(Place place) {
        int end = in.at();
        while (end < in.limit() && end - in.at() < 9 && isReservedUnit(text.charAt(end))) {
            end++;
        }
        if (end == in.at() || (end < in.limit() && !endsWord(text.charAt(end)))) {
            return false;
        }
        String word = text.substring(in.at(), end);
        switch (word) {
            case "then", "else", "elif", "do", "!", "time", "coproc" -> {}
            case "if", "while", "until", "{" -> level++;
            case "fi", "done", "}" -> lower();
            case "for", "select" -> {
                level++;
                in.to(end);
                loopHead();
                return true;
            }
            case "case" -> {
                level++;
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

    private void endCase(Place place) {
        place.cases = Math.max(0, place.cases - 1);
        place.inPattern = false;
        lower();
    }

    private void loopHead() {
        skipBlanks();
        if (in.more() && in.unit() == '(') {
            int end = arithmeticEnd(in.at());
            if (end > in.at()) {
                changeNames(in.at(), end);
                in.to(end);
                return;
            }
        }
        int end = nameEnd(in.at());
        if (end > in.at()) {
            seen.change(text.substring(in.at(), end));
        }
        words(new ArrayList<>());
    }

    private void caseHead(Place place) {
        word(new ArrayList<>());
        while (in.more() && (isBreak(in.unit()) || isBlank(in.unit()))) {
            in.skip(1);
        }
        if (in.startsWith("in") && endsAfter(2)) {
            in.skip(2);
            place.cases++;
            place.inPattern = true;
        }
    }

    private void pattern(Place place) {
        if (in.startsWith("esac") && endsAfter(4)) {
            in.skip(4);
            endCase(place);
            return;
        }
        if (in.unit() == '#') {
            skipComment();
            return;
        }
        if (in.unit() == '(') {
            in.skip(1);
        }
        while (in.more()) {
            skipBlanks();
            char c = in.more() ? in.unit() : '\n';
            if (c == ')') {
                in.skip(1);
                break;
            }
            if (isBreak(c)) {
                break;
            }
            int before = in.at();
            word(new ArrayList<>());
            in.to(Math.max(in.at(), before + 1));
        }
        place.inPattern = false;
    }

    private void functionHead() {
        word(new ArrayList<>());
        skipBlanks();
        if (in.more() && in.unit() == '(' && in.ahead(1) == ')') {
            in.skip(2);
        }
    }

    /** The condition between double brackets, where parentheses and angle brackets compare. */
    private void test() {
        List<Word> words = new ArrayList<>();
        while (in.more() && !broken) {
            skipBlanks();
            if (!in.more() || isBreak(in.unit())) {
                return;
            }
            if ("()<>&|;".indexOf(in.unit()) >= 0) {
                in.skip(1);
                continue;
            }
            boolean closed = in.startsWith("]]") && endsAfter(2);
            words.clear();
            word(words);
            if (closed) {
                return;
            }
        }
    }

    /** Behind {@code ((…))} that begins at an index and ends in the same line; the index itself if there is none. */
    private int arithmeticEnd(int from) {
        if (from + 1 >= in.limit()
                || text.charAt(from) != '('
                || text.charAt(from + 1) != '('
                || from < noArithmeticBefore) {
            return from;
        }
        int open = 0;
        for (int i = from; i < in.limit() && !isBreak(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
                if (open == 0) {
                    return text.charAt(i - 1) == ')' ? i + 1 : from;
                }
            }
        }
        noArithmeticBefore = lineEnd(from);
        return from;
    }

    /** Takes every name in an arithmetic expression that assigns for changed. */
    private void changeNames(int from, int to) {
        boolean assigns = false;
        for (int i = from; i < to && !assigns; i++) {
            char c = text.charAt(i);
            assigns = c == '=' || ((c == '+' || c == '-') && text.charAt(i - 1) == c);
        }
        int i = from;
        while (assigns && i < to) {
            int end = nameEnd(i);
            if (end > i) {
                seen.change(text.substring(i, end));
            }
            i = Math.max(end, i + 1);
        }
    }

    // ---- simple commands

    private void command(Place place) {
        int start = in.at();
        int commandsBefore = found.size();
        List<Word> words = new ArrayList<>();
        boolean isSynopsis = words(words);
        if (in.more() && in.unit() == '(') {
            in.skip(1);
            if (in.more() && in.unit() == ')' && words.size() == 1) {
                // name() of a function
                in.skip(1);
                return;
            }
            place.parentheses++;
            level++;
            broken = true;
        }
        if (in.at() == start) {
            in.skip(1);
        }
        if (broken || isSynopsis) {
            return;
        }
        int program = 0;
        while (program < words.size() && isAssignment(words.get(program))) {
            program++;
        }
        boolean topLevel = level == 0 && depth == 1 && !place.conditional;
        if (program == words.size()) {
            assign(words, 0, start, topLevel);
            return;
        }
        remember(words, program, start, topLevel);
        addCommand(words, program, commandsBefore);
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
        found.add(
                position,
                new ShellCommand(rest, assignments, Continuation.BACKSLASH, new Location(code.file(), span(rest))));
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
                seen.assign(word.value().substring(0, end - 1), word.text().from(end), position, topLevel);
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
            case "source", ".", "eval" -> seen.changeAll(position);
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
            seen.change(word.substring(0, i));
        }
    }

    /** Reads the words of a simple command; says whether one of them shows that it is but a synopsis. */
    private boolean words(List<Word> words) {
        boolean isSynopsis = false;
        while (!broken) {
            skipBlanks();
            if (!in.more()) {
                break;
            }
            char c = in.unit();
            if (isBreak(c) || c == ';' || c == '|' || c == ')' || c == '(') {
                break;
            }
            if (c == '&') {
                if (in.ahead(1) != '>') {
                    break;
                }
                in.skip(1);
                redirection();
            } else if (c == '#') {
                skipComment();
            } else if ((c == '<' || c == '>') && placeholderEnd(in.at()) == in.at()) {
                if (in.ahead(1) == '(') {
                    word(words);
                } else {
                    redirection();
                }
            } else if (fileDescriptorEnd(in.at()) > in.at()) {
                in.to(fileDescriptorEnd(in.at()));
                redirection();
            } else {
                int size = words.size();
                word(words);
                isSynopsis |= documentation && resolvePlaceholders(words, size);
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

    private int placeholderEnd(int from) {
        return documentation ? Placeholders.end(text, from, in.limit()) : from;
    }

    private int fileDescriptorEnd(int from) {
        int i = from;
        while (i < in.limit() && i - from < 4 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean redirects = i > from && i < in.limit() && (text.charAt(i) == '<' || text.charAt(i) == '>');
        return redirects && placeholderEnd(i) == i ? i : from;
    }

    private void redirection() {
        char c = in.unit();
        in.skip(1);
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
        skipBlanks();
        if (in.more() && !isBreak(in.unit()) && ";&|()".indexOf(in.unit()) < 0) {
            word(new ArrayList<>());
        } else if (in.at() + 1 < in.limit() && in.unit() == '(') {
            // < <(…)
            word(new ArrayList<>());
        }
    }

    private void hereDocument() {
        boolean tabs = in.more() && in.unit() == '-';
        in.skip(tabs ? 1 : 0);
        while (in.more() && isBlank(in.unit())) {
            in.skip(1);
        }
        StringBuilder delimiter = new StringBuilder();
        char quote = END;
        while (in.more() && delimiter.length() < MAX_NAME) {
            char c = in.unit();
            if (isBreak(c) || (quote == END && endsWord(c))) {
                break;
            }
            if (c == quote) {
                quote = END;
            } else if (quote == END && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c != '\\') {
                delimiter.append(c);
            }
            in.skip(1);
        }
        if (delimiter.length() > 0) {
            pending.add(new HereDocument(delimiter.toString(), tabs));
        }
    }

    // ---- words

    private void word(List<Word> words) {
        skipBlanks();
        int from = in.at();
        WordBuilder builder = new WordBuilder(code, from, words);
        int array = arrayAssignment(from);
        if (array > from) {
            in.to(array);
            array(text.substring(from, nameEnd(from)), text.charAt(array - 2) == '+', from);
            return;
        }
        parts(builder, END, false);
        builder.finish(in.at());
    }

    /** Behind the equals sign of {@code NAME=(} or {@code NAME+=(}; the index itself if that does not begin here. */
    private int arrayAssignment(int from) {
        int i = nameEnd(from);
        if (i == from) {
            return from;
        }
        i += i < in.limit() && text.charAt(i) == '+' ? 1 : 0;
        return i + 1 < in.limit() && text.charAt(i) == '=' && text.charAt(i + 1) == '(' ? i + 1 : from;
    }

    private void array(String name, boolean append, int position) {
        if (depth >= MAX_DEPTH) {
            stop();
            return;
        }
        depth++;
        in.skip(1);
        List<Word> elements = new ArrayList<>();
        boolean closed = false;
        boolean plain = true;
        while (in.more() && !closed) {
            skipBlanks();
            char c = in.more() ? in.unit() : '\n';
            if (c == ')') {
                in.skip(1);
                closed = true;
            } else if (in.more() && isBreak(c)) {
                in.to(nextLine(in.at()));
            } else if (c == '#') {
                skipComment();
            } else if (in.more()) {
                int before = in.at();
                plain &= c != '[';
                word(elements);
                if (in.at() == before) {
                    plain = false;
                    in.skip(1);
                }
            }
        }
        depth--;
        broken |= !closed;
        boolean topLevel = level == 0 && depth == 1 && plain;
        seen.assignArray(name, elements, append, position, topLevel);
    }

    /**
     * Reads parts of a word up to its end.
     *
     * @param close what ends the parts apart from the end of a word: a brace for the operand of {@code ${X:-…}}
     * @param inQuotes whether double quotes are open around them
     */
    private void parts(WordBuilder word, char close, boolean inQuotes) {
        boolean operand = close == '}';
        while (in.more() && !broken) {
            char c = in.unit();
            if (operand && c == '}') {
                return;
            }
            if (!operand && endsWord(c) && !processSubstitution(c) && placeholderEnd(in.at()) == in.at()) {
                return;
            }
            int placeholder = placeholderEnd(in.at());
            if (placeholder > in.at()) {
                word.sawPlain();
                word.unknown(in.at(), placeholder);
                in.to(placeholder);
            } else if (c == '\\') {
                backslash(word, inQuotes);
            } else if (c == '\'' && !inQuotes) {
                single(word);
            } else if (c == '"') {
                in.skip(1);
                doubleQuoted(word, in.at() - 1);
            } else if (c == '$') {
                dollar(word, inQuotes);
            } else if (c == '`') {
                backticks(word);
            } else if ((c == '<' || c == '>') && processSubstitution(c)) {
                int from = in.at();
                in.skip(2);
                substitution(word, from);
            } else if (operand && !inQuotes && (isBlank(c) || isBreak(c))) {
                word.split();
                in.skip(1);
            } else {
                word.sawPlain();
                word.copy(in.at());
                in.skip(1);
            }
        }
    }

    private boolean processSubstitution(char c) {
        return (c == '<' || c == '>') && in.ahead(1) == '(';
    }

    private void backslash(WordBuilder word, boolean inQuotes) {
        int next = in.at() + 1;
        int continued = continuationEnd(in.at());
        if (continued > in.at()) {
            in.to(continued);
        } else if (next >= in.limit() || (inQuotes && "$`\"\\}".indexOf(text.charAt(next)) < 0)) {
            word.sawPlain();
            word.copy(in.at());
            in.skip(1);
        } else {
            word.sawPlain();
            word.written(text.charAt(next), in.at(), next + 1);
            in.skip(2);
        }
    }

    private void single(WordBuilder word) {
        int open = in.at();
        int close = text.indexOf('\'', open + 1);
        if (close < 0 || close >= in.limit()) {
            recover(open, found.size());
            return;
        }
        word.sawSingle();
        copyQuoted(word, open + 1, close);
        in.to(close + 1);
    }

    private void copyQuoted(WordBuilder word, int from, int to) {
        int i = from;
        while (i < to) {
            int placeholder = documentation ? Placeholders.end(text, i, to) : i;
            if (placeholder > i) {
                word.unknown(i, placeholder);
                i = placeholder;
            } else {
                word.copy(i);
                i++;
            }
        }
    }

    /** Drops the command and goes on in the line after the one with the quote. */
    private void recover(int quote, int commandsBefore) {
        while (found.size() > commandsBefore) {
            found.remove(found.size() - 1);
        }
        recoveries++;
        if (recoveries > MAX_RECOVERIES) {
            stop();
            return;
        }
        pending.clear();
        broken = true;
        in.back(lineEnd(quote));
    }

    private void doubleQuoted(WordBuilder word, int open) {
        int commandsBefore = found.size();
        word.sawDouble();
        while (in.more() && !broken) {
            char c = in.unit();
            int placeholder = placeholderEnd(in.at());
            if (c == '"') {
                in.skip(1);
                return;
            }
            if (placeholder > in.at()) {
                word.unknown(in.at(), placeholder);
                in.to(placeholder);
            } else if (c == '\\') {
                escapeInQuotes(word);
            } else if (c == '$') {
                dollar(word, true);
            } else if (c == '`') {
                backticks(word);
            } else {
                word.copy(in.at());
                in.skip(1);
            }
        }
        if (!stopped && (!broken || !in.more())) {
            recover(open, commandsBefore);
        }
    }

    private void escapeInQuotes(WordBuilder word) {
        int continued = continuationEnd(in.at());
        if (continued > in.at()) {
            in.to(continued);
        } else if (in.ahead(1) != END && "$`\"\\".indexOf(in.ahead(1)) >= 0) {
            word.written(in.ahead(1), in.at(), in.at() + 2);
            in.skip(2);
        } else {
            word.copy(in.at());
            in.skip(1);
        }
    }

    // ---- expansions

    private void dollar(WordBuilder word, boolean inQuotes) {
        int from = in.at();
        char next = in.ahead(1);
        if (!inQuotes && next == '\'') {
            word.sawOther();
            in.skip(2);
            ansi(word, from);
            return;
        }
        if (!inQuotes && next == '"') {
            word.sawOther();
            in.skip(2);
            doubleQuoted(word, from + 1);
            return;
        }
        if (!inQuotes) {
            word.sawPlain();
        }
        if (next == '{') {
            in.skip(2);
            braced(word, from, inQuotes);
        } else if (next == '(') {
            int arithmetic = arithmeticEnd(from + 1);
            if (arithmetic > from + 1) {
                changeNames(from + 1, arithmetic);
                word.unknown(from, arithmetic);
                in.to(arithmetic);
            } else {
                in.skip(2);
                substitution(word, from);
            }
        } else if (Programs.isNameUnit(next, false)) {
            in.to(nameEnd(from + 1));
            value(word, text.substring(from + 1, in.at()), from, inQuotes);
        } else if (next != END && "@*#?-$!0123456789".indexOf(next) >= 0) {
            in.skip(2);
            word.unknown(from, in.at());
        } else {
            word.copy(in.at());
            in.skip(1);
        }
    }

    private void value(WordBuilder word, String name, int from, boolean inQuotes) {
        Text value = known.value(name, from);
        if (value == null) {
            word.unknown(from, in.at());
        } else {
            word.expand(value, from, in.at(), inQuotes);
        }
    }

    /** A command substitution whose opening was read. */
    private void substitution(WordBuilder word, int from) {
        list(')');
        if (!broken) {
            word.unknown(from, in.at());
        }
    }

    private void backticks(WordBuilder word) {
        int from = in.at();
        int close = from + 1;
        while (close < in.limit() && text.charAt(close) != '`') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= in.limit()) {
            recover(from, found.size());
            return;
        }
        in.to(from + 1);
        int outer = in.limit(close);
        list(END);
        in.limit(outer);
        in.to(stopped ? outer : close + 1);
        if (!broken) {
            word.unknown(from, close + 1);
        }
    }

    private void ansi(WordBuilder word, int open) {
        while (in.more()) {
            char c = in.unit();
            if (c == '\'') {
                in.skip(1);
                return;
            }
            if (c == '\\' && in.at() + 1 < in.limit()) {
                int end = AnsiEscapes.end(text, in.at(), in.limit());
                word.written(AnsiEscapes.unit(text, in.at(), end), in.at(), end);
                in.to(end);
            } else {
                word.copy(in.at());
                in.skip(1);
            }
        }
        recover(open, found.size());
    }

    /** {@code ${…}}, its opening read. */
    private void braced(WordBuilder word, int from, boolean inQuotes) {
        boolean isPlain = in.more() && in.unit() != '#' && in.unit() != '!';
        int nameFrom = isPlain ? in.at() : in.at() + 1;
        int nameEnd = nameEnd(nameFrom);
        if (nameEnd == nameFrom && nameEnd < in.limit() && text.charAt(nameEnd) != '}') {
            // $1, $@ and their like
            isPlain = false;
            nameEnd++;
        }
        String name = text.substring(Math.min(nameFrom, in.limit()), Math.min(nameEnd, in.limit()));
        in.to(Math.min(nameEnd, in.limit()));
        boolean isAll = in.startsWith("[@]");
        boolean hasSubscript = in.more() && in.unit() == '[';
        if (hasSubscript) {
            int close = text.indexOf(']', in.at());
            if (close >= 0 && close - in.at() <= MAX_NAME && close < in.limit()) {
                in.to(close + 1);
            }
        }
        boolean colon = in.more() && in.unit() == ':';
        char operator = in.ahead(colon ? 1 : 0);
        List<Word> elements = isAll && isPlain ? known.elements(name, from) : null;
        Text value = hasSubscript || !isPlain ? null : known.value(name, from);
        if (operator == '}' && !colon) {
            in.skip(1);
            if (elements != null) {
                word.expand(elements, from, in.at());
            } else if (value != null) {
                word.expand(value, from, in.at(), inQuotes);
            } else {
                word.unknown(from, in.at());
            }
            return;
        }
        if ((operator == '=' || (colon && operator == '=')) && isPlain) {
            seen.change(name);
        }
        operand(
                word,
                from,
                inQuotes,
                new Operator(operator, colon, value, elements, isPlain && (!hasSubscript || isAll)));
    }

    /**
     * What stands behind a variable's name.
     *
     * @param value of the variable; null if it is not known
     * @param elements of the array; null if they are not known
     */
    private record Operator(
            char sign,
            boolean colon,
            @Nullable Text value,
            @Nullable List<Word> elements,
            boolean isPlain) {
        boolean isSet() {
            Text text = value;
            return elements != null ? !elements.isEmpty() : text != null && !(colon && text.isEmpty());
        }

        boolean isKnown() {
            return value != null || elements != null;
        }

        boolean takesDefault() {
            return isPlain && (sign == '-' || sign == '=') && !isSet();
        }

        boolean takesAlternative() {
            return isPlain && sign == '+' && isKnown() && isSet();
        }
    }

    private void operand(WordBuilder word, int from, boolean inQuotes, Operator operator) {
        boolean hasOperator = "-=?+".indexOf(operator.sign()) >= 0;
        in.skip(hasOperator ? (operator.colon() ? 2 : 1) : 0);
        boolean taken = hasOperator && (operator.takesDefault() || operator.takesAlternative());
        WordBuilder target = taken ? word : word.discarded();
        int before = target.count();
        depth++;
        if (depth >= MAX_DEPTH) {
            stop();
        }
        target.enterDefault();
        parts(target, '}', inQuotes);
        target.leaveDefault();
        depth--;
        if (broken || !in.more()) {
            broken = true;
            return;
        }
        in.skip(1);
        Text value = operator.value();
        List<Word> elements = operator.elements();
        if (taken) {
            if (target.count() == before && !operator.takesAlternative()) {
                // ${X:-} is written for a variable that may not be set, and may well be
                word.unknown(from, in.at());
            }
        } else if (hasOperator && operator.sign() != '+' && value != null && operator.isSet()) {
            word.expand(value, from, in.at(), inQuotes);
        } else if (hasOperator && operator.sign() != '+' && elements != null && operator.isSet()) {
            word.expand(elements, from, in.at());
        } else if (!(hasOperator && operator.sign() == '+' && operator.isKnown())) {
            word.unknown(from, in.at());
        }
    }

    /** Whether a word that goes on for some units ends there. */
    private boolean endsAfter(int units) {
        int end = in.at() + units;
        return end == in.limit() || (end < in.limit() && endsWord(text.charAt(end)));
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < in.limit() && Programs.isNameUnit(text.charAt(i), i > from)) {
            i++;
        }
        return i;
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || isBreak(c) || ";&|()<>".indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
