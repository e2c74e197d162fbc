package dev.plimsoll.host;

import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recipes of a Makefile, each logical line a script of its own as make runs it. Source: GNU make manual, chapters 5 and
 * 6. A {@code define} counts as a recipe where a recipe begins with its name.
 */
final class MakefileReader {
    private static final String RECIPE_PREFIX = ".RECIPEPREFIX";
    private static final String ONE_SHELL = ".ONESHELL:";

    /** UTF-16 units that variables bring into the recipes of a file; beyond, none is known. A long one may be named often. */
    private static final int MAX_EXPANDED = 4 * 1024 * 1024;

    private final SourceFile file;
    private final String text;
    private int expanded;
    private final int from;
    private final int limit;
    private final MakeVariables variables = new MakeVariables();
    private final List<Recipe> recipes = new ArrayList<>();
    private final Map<String, List<Recipe>> defines = new HashMap<>();
    private final List<ShellCommand> found = new ArrayList<>();
    private final boolean oneShell;
    private char prefix = '\t';
    private int conditionals;
    private boolean afterRule;

    /**
     * A logical line of a recipe.
     *
     * @param prefix what its lines begin with
     */
    private record Recipe(int start, int end, char prefix) {}

    MakefileReader(SourceFile file, int from, int limit) {
        this.file = file;
        this.text = file.text();
        this.from = from;
        this.limit = limit;
        this.oneShell = hasLine(ONE_SHELL);
    }

    private boolean hasLine(String beginning) {
        Lines lines = new Lines(text, from, limit);
        while (lines.advance()) {
            if (text.startsWith(beginning, lines.start())) {
                return true;
            }
        }
        return false;
    }

    List<ShellCommand> read() {
        Lines lines = new Lines(text, from, limit);
        @Nullable String defining = null;
        List<Recipe> body = new ArrayList<>();
        while (lines.advance()) {
            int start = lines.start();
            while (endsWithBackslash(lines) && lines.advance()) {
                // the logical line goes on
            }
            int end = lines.end();
            String define = defining == null ? defined(start, end) : null;
            if (define != null) {
                defining = define;
                body = new ArrayList<>();
                variables.change(define);
            } else if (defining != null && text.startsWith("endef", Lines.skipBlanks(text, start, end))) {
                defines.put(defining, body);
                defining = null;
            } else if (defining != null) {
                body.add(new Recipe(start, end, prefix));
            } else if (start < end && text.charAt(start) == prefix && afterRule) {
                recipe(new Recipe(start + 1, end, prefix));
            } else {
                line(start, end);
            }
        }
        commands();
        return found;
    }

    private void recipe(Recipe recipe) {
        Recipe last = recipes.isEmpty() ? null : recipes.get(recipes.size() - 1);
        boolean follows = last != null && isLineBreak(last.end(), recipe.start() - 1);
        if (oneShell && last != null && follows) {
            recipes.set(recipes.size() - 1, new Recipe(last.start(), recipe.end(), prefix));
        } else {
            recipes.add(recipe);
        }
    }

    private boolean isLineBreak(int start, int end) {
        return end - start == 1 || (end - start == 2 && text.charAt(start) == '\r');
    }

    private boolean endsWithBackslash(Lines lines) {
        boolean odd = false;
        for (int i = lines.end(); i > lines.start() && text.charAt(i - 1) == '\\'; i--) {
            odd = !odd;
        }
        return odd;
    }

    private @Nullable String defined(int start, int end) {
        int at = skipWords(Lines.skipBlanks(text, start, end), end);
        if (!startsWithWord("define", at, end)) {
            return null;
        }
        int name = Lines.skipBlanks(text, at + "define".length(), end);
        return text.substring(name, nameEnd(name, end));
    }

    /** Behind {@code export}, {@code override} and {@code private}. */
    private int skipWords(int start, int end) {
        int at = start;
        while (true) {
            int next = at;
            for (String word : new String[] {"export", "override", "private"}) {
                next = startsWithWord(word, at, end) ? Lines.skipBlanks(text, at + word.length(), end) : next;
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
    }

    private boolean startsWithWord(String word, int at, int end) {
        int to = at + word.length();
        return to < end && text.startsWith(word, at) && " \t".indexOf(text.charAt(to)) >= 0;
    }

    private int nameEnd(int start, int end) {
        int i = start;
        while (i < end && MakeVariables.isNameUnit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** A line that is no recipe: a conditional, an assignment or a rule. */
    private void line(int start, int end) {
        int at = Lines.skipBlanks(text, start, end);
        if (at == end || text.charAt(at) == '#') {
            return;
        }
        if (isConditional(at, end)) {
            conditionals++;
        } else if (text.startsWith("endif", at)) {
            conditionals = Math.max(0, conditionals - 1);
        } else if (!assignment(skipWords(at, end), end, true)) {
            rule(at, end);
        }
    }

    private boolean isConditional(int at, int end) {
        return startsWithWord("ifeq", at, end)
                || startsWithWord("ifneq", at, end)
                || startsWithWord("ifdef", at, end)
                || startsWithWord("ifndef", at, end)
                || text.startsWith("ifeq(", at)
                || text.startsWith("ifneq(", at);
    }

    private boolean assignment(int start, int end, boolean everywhere) {
        int nameEnd = nameEnd(start, end);
        int at = Lines.skipBlanks(text, nameEnd, end);
        int operator = at;
        while (at < end && at - operator < 4 && ":?+!".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (nameEnd == start || at >= end || text.charAt(at) != '=') {
            return false;
        }
        String name = text.substring(start, nameEnd);
        char kind = text.charAt(operator);
        int valueFrom = Lines.skipBlanks(text, at + 1, end);
        int valueEnd = Lines.trim(text, valueFrom, commentStart(valueFrom, end));
        if (name.equals(RECIPE_PREFIX)) {
            prefix = valueFrom < valueEnd ? text.charAt(valueFrom) : '\t';
        } else if (kind == '!') {
            variables.change(name);
        } else {
            boolean certain = everywhere && conditionals == 0;
            variables.assign(name, joined(valueFrom, valueEnd), kind == '+', certain);
        }
        return true;
    }

    private int commentStart(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '#' && (i == start || text.charAt(i - 1) != '\\')) {
                return i;
            }
        }
        return end;
    }

    /** A value on several lines, with a blank in place of each line break, as make has it. */
    private String joined(int start, int end) {
        StringBuilder value = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            boolean breaks = c == '\\' && i + 1 < end && (text.charAt(i + 1) == '\n' || text.charAt(i + 1) == '\r');
            if (!breaks) {
                value.append(c);
                i++;
                continue;
            }
            i++;
            while (i < end && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            int length = value.length();
            if (length == 0 || value.charAt(length - 1) != ' ') {
                value.append(' ');
            }
        }
        return value.toString();
    }

    private void rule(int start, int end) {
        int colon = colon(start, end);
        if (colon < 0) {
            return;
        }
        afterRule = true;
        int at = colon + 1;
        at += at < end && text.charAt(at) == ':' ? 1 : 0;
        at = skipWords(Lines.skipBlanks(text, at, end), end);
        if (assignment(at, end, false)) {
            return;
        }
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '#') {
                return;
            }
            if (text.charAt(i) == ';') {
                recipes.add(new Recipe(i + 1, end, prefix));
                return;
            }
        }
    }

    /** The colon of a rule, outside of references to variables; -1 if there is none. */
    private int colon(int start, int end) {
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            if (c == '#' || c == '=') {
                return -1;
            }
            i = c == '$' ? MakeVariables.referenceEnd(text, i, end) : i + 1;
        }
        return -1;
    }

    private void commands() {
        Set<String> used = new HashSet<>();
        for (Recipe recipe : recipes) {
            int at = commandStart(recipe);
            String name = calledAt(at, recipe.end());
            if (!name.isEmpty() && used.add(name)) {
                for (Recipe line : defines.getOrDefault(name, List.of())) {
                    found.addAll(ShellReader.read(script(line, commandStart(line)), ShellDialect.POSIX));
                }
            }
            found.addAll(ShellReader.read(script(recipe, at), ShellDialect.POSIX));
        }
    }

    /** Behind what tells make how to run a line: {@code @}, {@code -}, {@code +}. */
    private int commandStart(Recipe recipe) {
        int i = recipe.start();
        while (i < recipe.end() && " \t@-+".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** The name in {@code $(NAME)} or {@code $(call NAME,…)}; empty for anything else. */
    private String calledAt(int at, int end) {
        if (at + 2 >= end || text.charAt(at) != '$' || "({".indexOf(text.charAt(at + 1)) < 0) {
            return "";
        }
        int name = startsWithWord("call", at + 2, end) ? Lines.skipBlanks(text, at + 6, end) : at + 2;
        return text.substring(name, nameEnd(name, end));
    }

    /** What make hands to the shell. */
    private Text script(Recipe recipe, int start) {
        Text.Builder out = Text.builder(file, start);
        int i = start;
        while (i < recipe.end()) {
            char c = text.charAt(i);
            if (c == '$' && i + 1 < recipe.end()) {
                i = reference(out, i, recipe.end());
                continue;
            }
            out.written(c, i, i + 1);
            i++;
            boolean lineStarts = c == '\n' || (c == '\r' && i < recipe.end() && text.charAt(i) != '\n');
            if (lineStarts && i < recipe.end() && text.charAt(i) == recipe.prefix()) {
                i++;
            }
        }
        return out.build();
    }

    private int reference(Text.Builder out, int at, int end) {
        int to = MakeVariables.referenceEnd(text, at, end);
        if (text.charAt(at + 1) == '$') {
            out.written('$', at, to);
            return to;
        }
        String name = MakeVariables.name(text, at, to);
        String value = name == null ? null : variables.value(name);
        Span reference = new Span(at, to);
        if (value == null || value.length() > MAX_EXPANDED - expanded) {
            out.unknown(reference);
            return to;
        }
        expanded += value.length();
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == Text.UNKNOWN) {
                out.variable(value.substring(from, i), reference);
                from = i + 1;
                if (i < value.length()) {
                    out.unknown(reference);
                }
            }
        }
        return to;
    }
}
