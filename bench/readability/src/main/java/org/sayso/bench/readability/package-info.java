/** Sayso beside readability4j: the same pages, one run, one thread. For comparing only. */
@NullMarked
package org.sayso.bench.readability;

import org.jspecify.annotations.NullMarked;
