/**
 * Accuracy against gold data, with the definitions of the published scorers. One class a task; each prints a table and
 * returns the figures.
 */
@NullMarked
package org.sayso.eval;

import org.jspecify.annotations.NullMarked;
