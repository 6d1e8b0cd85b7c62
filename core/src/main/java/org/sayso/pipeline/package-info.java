/**
 * The only package that knows all stages: from page to reading.
 */
@NullMarked
package org.sayso.pipeline;

import org.jspecify.annotations.NullMarked;
