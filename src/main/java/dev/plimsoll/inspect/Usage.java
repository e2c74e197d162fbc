package dev.plimsoll.inspect;

import dev.plimsoll.model.ByteSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container uses now.
 *
 * @param memory what the engine counts toward its limit
 * @param tmpfs what lies in a tmpfs, by its target
 */
public record Usage(ByteSize memory, Map<String, ByteSize> tmpfs) {
    private static final List<String> UNITS =
            List.of("B", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "k", "M", "G");

    private static final List<Double> BYTES =
            List.of(1.0, 1e3, 1e6, 1e9, 1e12, 1024.0, 1024.0 * 1024, 1073741824.0, 1099511627776.0, 1e3, 1e6, 1e9);

    /** Copies the map. */
    public Usage {
        tmpfs = Map.copyOf(tmpfs);
    }

    /** A size as {@code docker stats} writes it: {@code 10.7MiB}. Rounded there to three digits. */
    static Optional<ByteSize> size(String written) {
        int end = 0;
        while (end < written.length() && (Character.isDigit(written.charAt(end)) || written.charAt(end) == '.')) {
            end++;
        }
        int unit = UNITS.indexOf(written.substring(end));
        try {
            return unit < 0
                    ? Optional.empty()
                    : Optional.of(
                            new ByteSize((long) (Double.parseDouble(written.substring(0, end)) * BYTES.get(unit))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
