package dev.plimsoll.schema;

import dev.plimsoll.schema.SchemaNode.Kind;
import dev.plimsoll.source.Location;
import org.jspecify.annotations.Nullable;

/** A value in the file with the way to it. */
final class Place {
    private final SchemaNode node;
    private final Shape shape;
    private final @Nullable Place parent;
    private final String name;

    /**
     * A value below another.
     *
     * @param name its key, or its index in brackets
     */
    private Place(SchemaNode node, Shape shape, @Nullable Place parent, String name) {
        this.node = node;
        this.shape = shape;
        this.parent = parent;
        this.name = name;
    }

    /** The whole file. */
    static Place of(SchemaNode root, Shape shape) {
        return new Place(root, shape, null, "");
    }

    /** The value. */
    SchemaNode node() {
        return node;
    }

    /** What the value must be. */
    Shape shape() {
        return shape;
    }

    /** Where it is a member or an element of; null for the whole file. */
    @Nullable
    Place parent() {
        return parent;
    }

    /** The value of a key; null for one that may be anything. */
    @Nullable
    Place member(String key) {
        @Nullable SchemaNode member = node.member(key);
        @Nullable Shape memberShape = shape.takes(key) ? shape.member(key) : null;
        return member == null || memberShape == null ? null : new Place(member, memberShape, this, key);
    }

    /** A member that must not be there; it has no shape of its own, only a path. */
    Place unknownMember(String key) {
        return new Place(node, shape, this, key);
    }

    /** An element of a list; null for one that may be anything. */
    @Nullable
    Place element(int index) {
        @Nullable Shape items = shape.items();
        return items == null ? null : new Place(node.elements().get(index), items, this, "[" + index + "]");
    }

    /** Where its key is written; null for the whole file and for the elements of lists. */
    @Nullable
    Location key() {
        return parent == null || isElement() ? null : parent.node.keyLocation(name);
    }

    /** Whether it is an element of a list. */
    boolean isElement() {
        return parent != null && parent.node.kind() == Kind.LIST;
    }

    /** The keys that lead there: {@code services.web.ports[0].target}. */
    String path() {
        return path(null);
    }

    /** How messages call it: its path below its service, since the place tells which service that is. */
    String subject() {
        @Nullable Place service = this;
        while (service != null && !service.isService()) {
            service = service.parent;
        }
        return path(service == this ? null : service);
    }

    private boolean isService() {
        @Nullable Place services = parent;
        return services != null
                && services.name.equals("services")
                && services.parent != null
                && services.parent.parent == null;
    }

    /** The path below a place, or all of it for null. */
    private String path(@Nullable Place below) {
        String shown = Wording.shortened(name);
        if (parent == null || parent == below || parent.parent == null) {
            return shown;
        }
        return parent.path(below) + (isElement() ? "" : ".") + shown;
    }
}
