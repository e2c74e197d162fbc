/**
 * What a Compose file may look like: which keys stand where, and of what kind their values are. The schema is
 * {@code src/main/schema/compose.schema.json} in the repository, compiled by the build to a compact table. The only user of everit
 * and org.json, and of those only once a file is found to be wrong.
 */
@NullMarked
package dev.plimsoll.schema;

import org.jspecify.annotations.NullMarked;
