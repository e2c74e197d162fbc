/**
 * The command line: streams and words in, an exit code out. What the words ask for goes to {@link dev.plimsoll.session} as
 * {@link dev.plimsoll.session.Options}; what comes of it is shown here. The only user of picocli; nothing imports it.
 */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
