package dev.plimsoll.report;

/**
 * How the text report is drawn.
 *
 * @param colors whether to color it
 * @param width columns of the terminal; lines of files are cut to it and help is wrapped; messages are not, since editors
 *     link their line and a search in them must succeed
 * @param links whether the terminal makes links of OSC 8 sequences
 * @param jediTerm whether it is the terminal of a JetBrains IDE, which links a relative path only behind " at "
 */
public record TextStyle(Colors colors, int width, boolean links, boolean jediTerm) {
    /** For files and pipes. */
    public static final TextStyle PLAIN = new TextStyle(Colors.NONE, Integer.MAX_VALUE, false, false);

    private static final String LINK = "\u001B]8;;";
    private static final String LINK_END = "\u001B\\";

    /** A text that leads to an address, where the terminal can do that. */
    String link(String address, String text) {
        return links ? LINK + address + LINK_END + text + LINK + LINK_END : text;
    }
}
