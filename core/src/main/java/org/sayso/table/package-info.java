/** Reads the data files that lie beside the code that uses them. Any room may use it; it knows nothing of what they hold. */
@NullMarked
package org.sayso.table;

import org.jspecify.annotations.NullMarked;
