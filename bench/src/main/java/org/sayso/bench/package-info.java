/** JMH benchmarks, one a stage. */
@NullMarked
package org.sayso.bench;

import org.jspecify.annotations.NullMarked;
