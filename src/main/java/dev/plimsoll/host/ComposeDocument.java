package dev.plimsoll.host;

import dev.plimsoll.source.Location;

/**
 * A Compose document in another file: a block of documentation, or a here-document of a script.
 *
 * @param at where it stands, from the start of a line
 * @param content as long as its span, with blanks in place of what is no part of it, such as the quotation around it. For
 *     {@link dev.plimsoll.yaml.YamlParser#parse(Location, String)}
 * @param filled whether a shell or a renderer puts values in place of its variables, so that nobody can know them here
 */
public record ComposeDocument(Location at, String content, boolean filled) {}
