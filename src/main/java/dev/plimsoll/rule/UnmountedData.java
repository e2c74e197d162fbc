package dev.plimsoll.rule;

import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.model.Container;

/** What becomes of data that nothing is mounted for. Source: testdata/engine/database-without-volume, tmpfs-on-data-path. */
public final class UnmountedData {
    private UnmountedData() {}

    /** What becomes of it: a main clause about "it". */
    public static String consequence(Container container, DataPath data) {
        return consequence(container, data, false);
    }

    /**
     * The same.
     *
     * @param anonymous whether a volume without a name is mounted there, whatever the image declares
     */
    public static String consequence(Container container, DataPath data, boolean anonymous) {
        boolean compose = container.dialect() == Container.Dialect.COMPOSE;
        if (anonymous || data.volume().isPresent()) {
            return "it is in an anonymous volume, "
                    + (compose ? "which `docker compose down` orphans" : "which no other container finds");
        }
        return "it is deleted "
                + (compose
                        ? "when the container is recreated (new image, changed file, `down`)"
                        : "with the container");
    }
}
