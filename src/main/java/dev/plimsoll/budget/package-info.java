/**
 * What counts toward the memory limit of each container, and of all containers toward the host's memory. Imports {@code
 * model}, {@code knowledge} and {@code source}.
 */
@NullMarked
package dev.plimsoll.budget;

import org.jspecify.annotations.NullMarked;
