package dev.plimsoll.report.budget;

/** An element of SVG that holds no text. Its attributes are our own: nothing in them is escaped. */
public final class SvgElement {
    private final StringBuilder out;

    /** Begins an element. */
    public SvgElement(String name, StringBuilder out) {
        this.out = out.append('<').append(name);
    }

    /** Adds an attribute. */
    public SvgElement set(String attribute, String value) {
        out.append(' ').append(attribute).append("=\"").append(value).append('"');
        return this;
    }

    /** Adds an attribute. */
    public SvgElement set(String attribute, int value) {
        return set(attribute, Integer.toString(value));
    }

    /** Ends it, and its line. */
    public void end() {
        out.append("/>\n");
    }
}
