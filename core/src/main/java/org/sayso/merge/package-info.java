/**
 * Across reports. Comes in: readings. Goes out: stories with claims, lineage, roots, denials, figures and changes. What it
 * does not do: decide who is right.
 */
@NullMarked
package org.sayso.merge;

import org.jspecify.annotations.NullMarked;
