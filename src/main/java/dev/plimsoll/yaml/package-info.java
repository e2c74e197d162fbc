/** YAML as a tree of nodes with places. The only user of snakeyaml-engine; imports {@code source} and {@code diagnostic}. */
@NullMarked
package dev.plimsoll.yaml;

import org.jspecify.annotations.NullMarked;
