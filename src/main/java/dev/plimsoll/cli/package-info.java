/** The command line: streams and arguments in, an exit code out. The only user of picocli; nothing imports it. */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
