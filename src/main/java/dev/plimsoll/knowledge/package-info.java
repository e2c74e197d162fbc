/**
 * What is known of published images, and of the names that people give to tests. Written as {@code rules/images.yaml},
 * compiled by the build. Imports {@code model}.
 */
@NullMarked
package dev.plimsoll.knowledge;

import org.jspecify.annotations.NullMarked;
