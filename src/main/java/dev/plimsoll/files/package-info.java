/** Writing files: where a path really leads, whether that may be written, and how it is replaced whole or not at all. */
@NullMarked
package dev.plimsoll.files;

import org.jspecify.annotations.NullMarked;
