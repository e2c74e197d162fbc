package dev.plimsoll.report.html;

import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Xml;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * HTML with named places, as {@link TemplateReader} reads it. {@code {{name}}} is text, escaped; {@code {{{name}}}} is HTML
 * that Plimsoll has made; {@code {{#name}}…{{/name}}} stands once for each view of that name. A view has a value for every
 * place, and a place for every value: what is missing on either side is an error of the build.
 *
 * @param name what errors call it
 * @param parts the pieces, in order
 * @param names of all places and sections, those within its sections left out
 */
record Template(String name, List<Part> parts, Set<String> names) {
    /** A piece of a template. */
    sealed interface Part permits Html, Place, Section {}

    /**
     * Goes to the page as it is.
     *
     * @param html as written
     */
    record Html(String html) implements Part {}

    /**
     * Takes a value.
     *
     * @param name the value's
     * @param raw whether the value is HTML
     */
    record Place(String name, boolean raw) implements Part {}

    /**
     * Stands once for each view.
     *
     * @param body what stands; its name is that of the views
     */
    record Section(Template body) implements Part {}

    /**
     * Writes the HTML; a long section is passed on view by view.
     *
     * @throws IllegalStateException if the view has not exactly the values that the places want
     * @throws IOException if the output takes no more
     */
    void write(View view, ReportOutput out) throws IOException {
        if (!view.names().equals(names)) {
            throw new IllegalStateException("the template " + name + " wants " + names + " and gets " + view.names());
        }
        for (Part part : parts) {
            if (part instanceof Html html) {
                out.text().append(html.html());
            } else if (part instanceof Place place) {
                out.text().append(place.raw() ? view.html(place.name()) : Xml.text(view.text(place.name())));
            } else if (part instanceof Section section) {
                view.section(section.body(), out);
            }
        }
    }
}
