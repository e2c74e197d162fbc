/**
 * What a rule is. The rules themselves lie below, a package for each category. They see the model and image knowledge,
 * never YAML or each other.
 */
@NullMarked
package dev.plimsoll.rule;

import org.jspecify.annotations.NullMarked;
