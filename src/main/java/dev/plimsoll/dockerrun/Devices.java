package dev.plimsoll.dockerrun;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices of the host and limits on them. Source: docker/cli cli/command/container/opts.go, opts/throttledevice.go. */
final class Devices {
    private static final String DEV = "/dev/";
    private static final int LEAST_WEIGHT = 10;
    private static final int MOST_WEIGHT = 1000;

    private Devices() {}

    /**
     * What is wrong with a device; null if nothing is. The client looks at it only when it knows that the engine runs on
     * Linux, so what a Windows engine takes passes.
     */
    static @Nullable String problem(String text) {
        boolean plugIn = text.indexOf('=') > text.indexOf('/') && text.indexOf('/') > 0;
        if (plugIn || text.startsWith("class/") || text.indexOf("://") > 0) {
            return null;
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 3 || parts[0].isEmpty()) {
            return "is not a device of the form HOST:CONTAINER:rwm";
        }
        if (parts.length == 3 && !isMode(parts[2])) {
            return "does not end in some of r, w and m";
        }
        boolean named = parts.length > 1 && !(parts.length == 2 && isMode(parts[1]));
        String inside = named ? parts[1] : parts[0];
        return inside.startsWith("/") ? null : "has a path that is not absolute";
    }

    private static boolean isMode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("rwm".indexOf(c) < 0 || text.indexOf(c) != i) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether a text is a rule of the devices cgroup: {@code c 1:3 rwm}. */
    static boolean isRule(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || parts[0].length() != 1 || "acb".indexOf(parts[0].charAt(0)) < 0) {
            return false;
        }
        int colon = parts[1].indexOf(':');
        if (colon < 0 || !isNumber(parts[1].substring(0, colon)) || !isNumber(parts[1].substring(colon + 1))) {
            return false;
        }
        for (int i = 0; i < parts[2].length(); i++) {
            if ("rwm".indexOf(parts[2].charAt(i)) < 0) {
                return false;
            }
        }
        return !parts[2].isEmpty() && parts[2].length() <= 3;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return text.equals("*");
            }
        }
        return !text.isEmpty();
    }

    /** What is wrong with a device's weight; null if nothing is. */
    static @Nullable String weight(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !text.startsWith(DEV)) {
            return "is not a weight of the form /dev/NAME:WEIGHT";
        }
        Optional<Long> weight = unsigned(text.substring(colon + 1));
        boolean fits = weight.isPresent()
                && (weight.get() == 0 || (weight.get() >= LEAST_WEIGHT && weight.get() <= MOST_WEIGHT));
        return fits ? null : "has a weight that is not between 10 and 1000";
    }

    /** What is wrong with a device's rate; null if nothing is. */
    static @Nullable String rate(String text, boolean bytes) {
        int colon = text.indexOf(':');
        if (colon < 0 || !text.startsWith(DEV)) {
            return "is not a rate of the form /dev/NAME:RATE";
        }
        String rate = text.substring(colon + 1);
        boolean fits = bytes ? GoNumbers.size(rate).isPresent() : unsigned(rate).isPresent();
        return fits ? null : bytes ? "has a rate that is not a size" : "has a rate that is not a whole number";
    }

    private static Optional<Long> unsigned(String text) {
        return text.startsWith("+") || text.startsWith("-") ? Optional.empty() : GoNumbers.decimal(text);
    }
}
