package dev.plimsoll.report.html;

import dev.plimsoll.report.Frame;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.ReportOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the places of a template show: texts, HTML that Plimsoll has made, and views for its sections. */
final class View {
    private final Map<String, Object> values = new HashMap<>();

    /**
     * HTML that needs no escape.
     *
     * @param html made by Plimsoll alone; a user's text in it is escaped
     */
    private record Markup(String html) {}

    /** Views that are made when the page gets there, and forgotten behind it: of thousands of findings one is held. */
    private record Views<T>(List<T> items, Function<T, View> view) {
        void write(Template body, ReportOutput out) throws IOException {
            for (T item : items) {
                body.write(view.apply(item), out);
                out.pause();
            }
        }
    }

    /** A text: on one line, nothing in it can steer or reverse what stands around it. */
    View text(String name, String text) {
        return put(name, Printable.line(text));
    }

    View text(String name, int number) {
        return put(name, Integer.toString(number));
    }

    /** A user's text, cut where it is endless. */
    View shortened(String name, String text) {
        return put(name, Printable.shortened(text));
    }

    /** Source text: tabs stay, what would steer or reverse the text around it becomes visible. */
    View code(String name, String text) {
        return put(name, Frame.visible(text, "\t"));
    }

    /** HTML that goes to the page as it is. */
    View html(String name, String html) {
        return put(name, new Markup(html));
    }

    /** A section that stands once for each item, in order. */
    <T> View each(String name, List<T> items, Function<T, View> view) {
        return put(name, new Views<>(items, view));
    }

    /** A section that stands once or not at all. */
    View when(boolean stands, String name, Function<View, View> view) {
        return each(name, stands ? List.of(new View()) : List.of(), view);
    }

    /** A section without places that stands once or not at all. */
    View when(boolean stands, String name) {
        return when(stands, name, Function.identity());
    }

    private View put(String name, Object value) {
        if (values.put(name, value) != null) {
            throw new IllegalStateException("two values for " + name);
        }
        return this;
    }

    /** Of all values. */
    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The text of this name, as it is shown, not yet escaped. */
    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException(name + " is not a text");
    }

    /** The HTML of this name. */
    String html(String name) {
        if (values.get(name) instanceof Markup markup) {
            return markup.html();
        }
        throw new IllegalStateException(name + " is not HTML");
    }

    /** Writes a section, once for each of the views that have its name. */
    void section(Template body, ReportOutput out) throws IOException {
        if (!(values.get(body.name()) instanceof Views<?> views)) {
            throw new IllegalStateException(body.name() + " is not a section");
        }
        views.write(body, out);
    }
}
