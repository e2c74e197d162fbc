package dev.plimsoll.report.html;

import dev.plimsoll.report.budget.BarPen;
import dev.plimsoll.report.budget.BudgetBar;
import dev.plimsoll.report.budget.SvgElement;

/** Draws bars of SVG whose cells are thousandths of the width. */
record PercentPen(StringBuilder html) implements BarPen {
    /** Pixels: the ring of the load line stands above the bar. */
    private static final int BAR_TOP = 14;

    private static final int BAR_HEIGHT = 20;
    private static final int MIDDLE = BAR_TOP + BAR_HEIGHT / 2;

    /** Pixels of the whole picture. */
    static final int HEIGHT = BAR_TOP + BAR_HEIGHT + 6;

    @Override
    public void track(int to) {
        rect("track", 0, to);
    }

    @Override
    public void within(String color, int from, int to) {
        rect(color, from, to);
    }

    @Override
    public void over(int from, int to) {
        rect("excess", from, to);
    }

    /** Neighbors stand a little apart, unless they are too thin for that. */
    @Override
    public void parted(BudgetBar bar) {
        for (int i = 1; i < bar.parts().size(); i++) {
            BudgetBar.Part before = bar.parts().get(i - 1);
            BudgetBar.Part part = bar.parts().get(i);
            int thinner = Math.min(before.to() - before.from(), part.to() - part.from());
            if (thinner > 8 && part.from() != bar.line()) {
                stroke("seam", part.from(), BAR_TOP, BAR_TOP + BAR_HEIGHT);
            }
        }
    }

    @Override
    public void longer(int at) {
        tip("excess", at);
    }

    @Override
    public void open(int from, int to) {
        new SvgElement("line", html)
                .set("class", "open")
                .set("stroke-width", BAR_HEIGHT)
                .set("x1", percent(from))
                .set("x2", percent(to))
                .set("y1", MIDDLE)
                .set("y2", MIDDLE)
                .end();
    }

    @Override
    public void endless(int at) {
        tip("unbounded", at);
    }

    @Override
    public void water(int to) {
        int depth = BAR_HEIGHT / 3;
        new SvgElement("rect", html)
                .set("class", "water")
                .set("x", percent(0))
                .set("width", percent(Math.max(4, to)))
                .set("y", BAR_TOP + BAR_HEIGHT - depth)
                .set("height", depth)
                .end();
    }

    @Override
    public void line(int at) {
        stroke("line", at, 2, HEIGHT);
        new SvgElement("circle", html)
                .set("class", "line")
                .set("r", 5)
                .set("cy", 7)
                .set("cx", percent(at))
                .end();
    }

    private void rect(String type, int from, int to) {
        String width = percent(to - from);
        new SvgElement("rect", html)
                .set("class", type)
                .set("x", percent(from))
                .set("width", width)
                .set("y", BAR_TOP)
                .set("height", BAR_HEIGHT)
                .end();
    }

    private void stroke(String type, int at, int top, int bottom) {
        String x = percent(at);
        new SvgElement("line", html)
                .set("class", type)
                .set("x1", x)
                .set("x2", x)
                .set("y1", top)
                .set("y2", bottom)
                .end();
    }

    /** An arrow's head: the bar goes on. */
    private void tip(String type, int at) {
        html.append("<svg overflow=\"visible\" x=\"").append(percent(at));
        html.append("\" y=\"").append(BAR_TOP).append("\"><path class=\"").append(type);
        html.append("\" d=\"M0 0L9 ").append(BAR_HEIGHT / 2).append("L0 ").append(BAR_HEIGHT);
        html.append("Z\"/></svg>\n");
    }

    private static String percent(int thousandths) {
        return thousandths / 10 + "." + thousandths % 10 + "%";
    }
}
