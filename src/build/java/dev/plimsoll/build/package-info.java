/**
 * Runs while Plimsoll is built, and does not ship: checks the rule pages and the image knowledge, which people write as
 * Markdown and YAML, and compiles them to what the program reads at start-up.
 */
@NullMarked
package dev.plimsoll.build;

import org.jspecify.annotations.NullMarked;
