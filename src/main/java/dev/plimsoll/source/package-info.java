/** Text and places in it: files, spans, locations, lines. Imports the JDK only. */
@NullMarked
package dev.plimsoll.source;

import org.jspecify.annotations.NullMarked;
