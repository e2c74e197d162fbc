package dev.plimsoll.schema;

import org.jspecify.annotations.Nullable;

/**
 * The compiled schema. Reading JSON Schema takes fifty milliseconds and more, so the build does it, and a shape is read
 * from the table when a file first needs it.
 *
 * <p>A line is a shape, the last line is the whole file. Its fields are parted by tabs; the first character says what a
 * field is: {@code K} the allowed kinds, a letter for each; {@code P} key=shape; {@code R} a required key;
 * {@code N} pattern=shape; {@code C} no other keys; {@code A} the shape of other keys; {@code I} the shape of elements;
 * {@code U} no element twice; {@code W} an allowed text; {@code F} a {@link TextFormat}; {@code <} and {@code >} least and
 * greatest number; {@code T} title; {@code X} example. A shape is the number of its line, from 0, or {@code *} for
 * everything.
 */
public final class ShapeTable {
    private final String text;
    private final int[] starts;
    private final @Nullable Shape[] shapes;

    /** A table of this text; each line ends with a line feed. */
    ShapeTable(String text) {
        this.text = text;
        int lines = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        this.starts = new int[lines + 1];
        for (int i = 0; i < lines; i++) {
            starts[i + 1] = text.indexOf('\n', starts[i]) + 1;
        }
        this.shapes = new Shape[lines];
    }

    /**
     * Reads every line of a compiled schema; for the build, which then knows that a run can read it.
     *
     * @throws RuntimeException if a line cannot be read
     */
    public static void verify(String table) {
        ShapeTable shapes = new ShapeTable(table);
        for (int i = 0; i < shapes.size(); i++) {
            shapes.shape(i);
        }
    }

    /** The shape of a whole file. */
    Shape root() {
        return at(shapes.length - 1);
    }

    /** The number of shapes. */
    int size() {
        return shapes.length;
    }

    /** The shape of a number; null for {@link Shape#ANYTHING}. */
    @Nullable
    Shape shape(int index) {
        return index == Shape.ANYTHING ? null : at(index);
    }

    private Shape at(int index) {
        @Nullable Shape shape = shapes[index];
        if (shape == null) {
            shape = new Shape(this, text.substring(starts[index], starts[index + 1] - 1));
            shapes[index] = shape;
        }
        return shape;
    }
}
