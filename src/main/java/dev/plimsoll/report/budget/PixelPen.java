package dev.plimsoll.report.budget;

/**
 * Draws bars of SVG whose cells are pixels.
 *
 * @param top pixels above the bar
 * @param height pixels of the bar
 */
record PixelPen(int top, int height, StringBuilder out) implements BarPen {
    @Override
    public void track(int to) {
        rect("track", 0, to);
    }

    @Override
    public void within(String color, int from, int to) {
        // of hundreds of parts some have no room of their own
        if (to > from) {
            rect(color, from, to - gap(from, to));
        }
    }

    @Override
    public void over(int from, int to) {
        rect("over", from, to - gap(from, to));
    }

    @Override
    public void parted(BudgetBar bar) {
        // each part leaves a gap behind it
    }

    @Override
    public void longer(int at) {
        arrow("over", at);
    }

    @Override
    public void endless(int at) {
        arrow("tip", at);
    }

    /** Neighbors stand a little apart, unless they are too thin for that. */
    private static int gap(int from, int to) {
        return to - from > 4 ? 1 : 0;
    }

    private void rect(String type, int from, int to) {
        int width = Math.max(1, to - from);
        new SvgElement("rect", out)
                .set("class", type)
                .set("x", from)
                .set("y", top)
                .set("width", width)
                .set("height", height)
                .end();
    }

    @Override
    public void open(int from, int to) {
        new SvgElement("line", out)
                .set("class", "open")
                .set("x1", from)
                .set("x2", to)
                .set("y1", middle())
                .set("y2", middle())
                .set("stroke-width", height)
                .set("stroke-dasharray", "3 4")
                .end();
    }

    private void arrow(String type, int at) {
        String head = "M" + at + " " + top + "L" + (at + 10) + " " + middle() + "L" + (at - 1) + " " + bottom() + "Z";
        new SvgElement("path", out).set("class", type).set("d", head).end();
    }

    @Override
    public void water(int to) {
        int depth = height / 3;
        new SvgElement("rect", out)
                .set("class", "water")
                .set("x", 0)
                .set("y", bottom() - depth)
                .set("width", Math.max(2, to))
                .set("height", depth)
                .end();
    }

    /** The mark on a ship's hull: a circle with a line through it, here standing. */
    @Override
    public void line(int at) {
        String stroke = "M" + at + " " + (top - 12) + "V" + (bottom() + 6);
        new SvgElement("path", out).set("class", "mark").set("d", stroke).end();
        new SvgElement("circle", out)
                .set("class", "mark")
                .set("cx", at)
                .set("cy", top - 6)
                .set("r", "4.5")
                .end();
    }

    private int middle() {
        return top + height / 2;
    }

    private int bottom() {
        return top + height;
    }
}
