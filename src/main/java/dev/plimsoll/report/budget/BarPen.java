package dev.plimsoll.report.budget;

/** Draws the pieces of one bar, in cells from its left end. {@link BudgetBar#draw} says which, and in what order. */
public interface BarPen {
    /** The room up to the load line. */
    void track(int to);

    /**
     * A part of a known size, or what of it lies within the limit.
     *
     * @param color the letter of its color
     */
    void within(String color, int from, int to);

    /** What of a part lies over the limit. */
    void over(int from, int to);

    /** All parts have been drawn; what parts them goes over them. */
    void parted(BudgetBar bar);

    /** What is over the limit goes on for longer than there is room. */
    void longer(int at);

    /** What may grow, from where the parts end. */
    void open(int from, int to);

    /** What may grow has no end. */
    void endless(int at);

    /** How far what is used now reaches, over the parts. */
    void water(int to);

    /** The load line, over all. */
    void line(int at);
}
