package dev.plimsoll.build;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.yaml.YamlNode;

/** A mistake in a rule page or in the image knowledge, with its place. */
final class CatalogException extends Exception {
    private static final long serialVersionUID = 1L;

    CatalogException(Location at, String message) {
        super(at(at) + message);
    }

    CatalogException(YamlNode node, String message) {
        this(node.location(), message);
    }

    private static String at(Location at) {
        Position start = at.start();
        return at.file().path() + ":" + start.line() + ":" + start.column() + ": ";
    }
}
