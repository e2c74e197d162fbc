/** How the load line of a container is drawn: in text, Markdown, SVG and JSON. */
@NullMarked
package dev.plimsoll.report.budget;

import org.jspecify.annotations.NullMarked;
