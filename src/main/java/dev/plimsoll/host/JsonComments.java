package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The comments of JSON with comments: from two slashes to the end of the line, or between a slash and an asterisk. */
public final class JsonComments {
    private JsonComments() {}

    /** The places of all comments, in order, each without the line break that ends it. */
    public static List<Span> of(String text) {
        List<Span> comments = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = i + 1;
            if (text.charAt(i) == '"') {
                end = stringEnd(text, i);
            } else if (text.startsWith("//", i)) {
                end = lineEnd(text, i);
                comments.add(new Span(i, end));
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                end = close < 0 ? text.length() : close + 2;
                comments.add(new Span(i, end));
            }
            i = end;
        }
        return comments;
    }

    /**
     * The text as YAML takes it: as long as it is, with blanks in place of comments, and of tabs, which a string of JSON cannot
     * hold.
     */
    static String asYaml(String text) {
        char[] json = text.toCharArray();
        for (Span comment : of(text)) {
            for (int i = comment.start(); i < comment.end(); i++) {
                if (json[i] != '\n' && json[i] != '\r') {
                    json[i] = ' ';
                }
            }
        }
        for (int i = 0; i < json.length; i++) {
            json[i] = json[i] == '\t' ? ' ' : json[i];
        }
        return new String(json);
    }

    /** Behind the quote that closes a string, or at the end of its line, which no string goes past. */
    private static int stringEnd(String text, int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
