package dev.plimsoll.dockerrun;

/** Whether a name is one that an image can have. Source: distribution/reference, grammar of a reference. */
final class ImageName {
    private static final int MAX_TAG = 128;
    private static final int MAX_NAME = 255;
    private static final int ID_LENGTH = 64;

    /** What stands before the name of an official image, and counts. */
    private static final String LIBRARY = "library/";

    private ImageName() {}

    /** Whether a reference is one that the client takes. */
    static boolean isValid(String reference) {
        if (reference.length() == ID_LENGTH && isHex(reference)) {
            return true;
        }
        String name = reference;
        int at = name.indexOf('@');
        if (at >= 0) {
            if (!isDigest(name.substring(at + 1))) {
                return false;
            }
            name = name.substring(0, at);
        }
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            if (!isTag(name.substring(colon + 1))) {
                return false;
            }
            name = name.substring(0, colon);
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        if (slash >= 0 && isHost(first) && isDomain(first)) {
            return isPath(name.substring(slash + 1), MAX_NAME);
        }
        // a first part with a point that is no domain is a part of the path
        return isPath(name, slash < 0 ? MAX_NAME - LIBRARY.length() : MAX_NAME);
    }

    /** Whether the part before the first slash is a registry. */
    private static boolean isHost(String part) {
        if (part.indexOf('.') >= 0 || part.indexOf(':') >= 0 || part.equals("localhost")) {
            return true;
        }
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) >= 'A' && part.charAt(i) <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDomain(String domain) {
        int colon = domain.lastIndexOf(':');
        boolean bracketed = domain.startsWith("[");
        String host = domain;
        if (colon > domain.lastIndexOf(']')) {
            String port = domain.substring(colon + 1);
            for (int i = 0; i < port.length(); i++) {
                if (!isDigit(port.charAt(i))) {
                    return false;
                }
            }
            if (port.isEmpty()) {
                return false;
            }
            host = domain.substring(0, colon);
        }
        if (bracketed) {
            return host.endsWith("]") && host.length() > 2;
        }
        int from = 0;
        while (from <= host.length()) {
            int dot = host.indexOf('.', from);
            int to = dot < 0 ? host.length() : dot;
            if (to == from || host.charAt(from) == '-' || host.charAt(to - 1) == '-') {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (!isLetter(host.charAt(i)) && !isDigit(host.charAt(i)) && host.charAt(i) != '-') {
                    return false;
                }
            }
            from = to + 1;
        }
        return true;
    }

    /** Lower case words, joined by a point, one or two underscores, or dashes, between slashes. */
    private static boolean isPath(String path, int longest) {
        if (path.isEmpty() || path.length() > longest) {
            return false;
        }
        int i = 0;
        while (i < path.length()) {
            int word = i;
            while (i < path.length() && isLowerOrDigit(path.charAt(i))) {
                i++;
            }
            if (i == word) {
                return false;
            }
            if (i == path.length()) {
                return true;
            }
            int mark = i;
            while (i < path.length() && !isLowerOrDigit(path.charAt(i))) {
                i++;
            }
            if (!isJoint(path.substring(mark, i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isJoint(String joint) {
        if (joint.equals(".") || joint.equals("_") || joint.equals("__") || joint.equals("/")) {
            return true;
        }
        for (int i = 0; i < joint.length(); i++) {
            if (joint.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isTag(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            boolean word = isLetter(c) || isDigit(c) || c == '_';
            if (!word && (i == 0 || (c != '.' && c != '-'))) {
                return false;
            }
        }
        return !tag.isEmpty() && tag.length() <= MAX_TAG;
    }

    private static boolean isDigest(String digest) {
        int colon = digest.indexOf(':');
        String hex = digest.substring(colon + 1);
        int length =
                switch (colon < 0 ? "" : digest.substring(0, colon)) {
                    case "sha256" -> 64;
                    case "sha384" -> 96;
                    case "sha512" -> 128;
                    default -> -1;
                };
        return hex.length() == length && isHex(hex);
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
