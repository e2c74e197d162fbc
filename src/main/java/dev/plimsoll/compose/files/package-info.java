/** Where the files of a project are: its Compose files, what they name beside them, and the variables in {@code .env}. */
@NullMarked
package dev.plimsoll.compose.files;

import org.jspecify.annotations.NullMarked;
