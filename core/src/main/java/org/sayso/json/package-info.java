/**
 * The formats {@code sayso.reading/1} and {@code sayso.story/1} at the edge. Comes in and goes out: values of {@link
 * org.sayso.model} and one line of JSON each. Absent values are left out, never null or ""; fields keep one order, so
 * the same value gives the same bytes. Unknown fields are ignored on reading: others may add to the format.
 */
@NullMarked
package org.sayso.json;

import org.jspecify.annotations.NullMarked;
