package dev.plimsoll.report;

/**
 * Writes JSON in the order of calls. Of our own, since the one JSON library that we carry is bound to the schema package
 * and a report must be cheap to start; it writes and never reads.
 */
public final class JsonWriter {
    private final StringBuilder out;
    private boolean first = true;

    /** A writer to a buffer. */
    public JsonWriter(StringBuilder out) {
        this.out = out;
    }

    /** Begins an object. */
    public JsonWriter beginObject() {
        return open('{');
    }

    /** Ends an object. */
    public JsonWriter endObject() {
        return close('}');
    }

    /** Begins an array. */
    public JsonWriter beginArray() {
        return open('[');
    }

    /** Ends an array. */
    public JsonWriter endArray() {
        return close(']');
    }

    /** A key of an object; its value comes next. */
    public JsonWriter key(String key) {
        separate();
        quote(key);
        out.append(':');
        first = true;
        return this;
    }

    /** A string. */
    public JsonWriter string(String value) {
        separate();
        quote(value);
        return this;
    }

    /** A whole number. */
    public JsonWriter number(long value) {
        separate();
        out.append(value);
        return this;
    }

    /** {@code true} or {@code false}. */
    public JsonWriter bool(boolean value) {
        separate();
        out.append(value);
        return this;
    }

    /** {@code null}. */
    public JsonWriter nothing() {
        separate();
        out.append("null");
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (mustEscape(c, text, i)) {
                        out.append("\\u")
                                .append(Integer.toHexString(0x10000 + c).substring(1));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** What would steer or deceive whoever looks at it, and halves of surrogate pairs, which UTF-8 cannot carry. */
    private static boolean mustEscape(char c, String text, int index) {
        if (Printable.isControl(c)) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
