/** Rules on volumes and bind mounts. */
@NullMarked
package dev.plimsoll.rule.storage;

import org.jspecify.annotations.NullMarked;
