package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** What the library says of a text that is not YAML, in our words and places. Loaded for such texts only. */
final class SyntaxErrors {
    private final SourceFile file;
    private final int base;
    private final String content;

    /**
     * The errors of a part of a file.
     *
     * @param base where it stands
     * @param content what stands there
     */
    SyntaxErrors(SourceFile file, int base, String content) {
        this.file = file;
        this.base = base;
        this.content = content;
    }

    /**
     * A failure of the library.
     *
     * @param last where the last node began, for a failure that does not tell its place
     */
    YamlSyntaxException of(RuntimeException e, int last) {
        if (e instanceof MarkedYamlEngineException marked) {
            return marked(marked);
        }
        if (e instanceof ReaderException unreadable) {
            int offset = Math.min(CodePoints.of(content).offset(unreadable.getPosition()), content.length());
            return at(
                    base + offset,
                    "not valid YAML: the character U+" + String.format("%04X", unreadable.getCodePoint())
                            + " is not allowed");
        }
        if (e instanceof IllegalArgumentException || e instanceof IndexOutOfBoundsException) {
            // the library's scanner stumbles over half an escape in a tag
            return at(last, "not valid YAML: a tag or escape is not complete");
        }
        return at(base, "not valid YAML: " + oneLine(e.getMessage()));
    }

    private YamlSyntaxException marked(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
        int offset = mark.isPresent()
                ? Math.min(CodePoints.of(content).offset(mark.get().getIndex()), content.length())
                : 0;
        if (TemplateSign.isIn(content, offset)) {
            return at(base + offset, TemplateSign.MESSAGE);
        }
        String context = oneLine(e.getContext());
        context = context.isEmpty() ? "" : context + ", ";
        return at(base + offset, "not valid YAML: " + context + oneLine(e.getProblem()));
    }

    private YamlSyntaxException at(int offset, String message) {
        return new YamlSyntaxException(new Location(file, Span.at(offset)), message);
    }

    /** A key that stands in a mapping for the second time. */
    static YamlSyntaxException duplicate(YamlScalar key, YamlNode first) {
        int line = first.location().start().line();
        return new YamlSyntaxException(
                "yaml-duplicate-key",
                key.location(),
                "the key \"" + oneLine(key.value()) + "\" is defined twice, first on line " + line);
    }

    private static String oneLine(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString().strip();
    }
}
