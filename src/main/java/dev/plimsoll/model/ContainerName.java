package dev.plimsoll.model;

/**
 * The grammar of a container's name, {@code [a-zA-Z0-9][a-zA-Z0-9_.-]+}. Source: moby daemon/names/names.go; the
 * Compose specification's {@code container_name}.
 */
public final class ContainerName {
    private ContainerName() {}

    /** Whether the engine gives a container this name. It cuts off one leading slash and wants at least two characters. */
    public static boolean isValid(String text) {
        int from = text.startsWith("/") ? 1 : 0;
        if (text.length() - from < 2 || !begins(text.charAt(from))) {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            if (!goesOn(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a part of a text has the grammar, which is all that Compose asks for since 2.40. */
    public static boolean isFoundIn(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (begins(text.charAt(i)) && goesOn(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean goesOn(char c) {
        return begins(c) || c == '_' || c == '.' || c == '-';
    }
}
