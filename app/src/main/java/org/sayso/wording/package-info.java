/**
 * How the record is put in words, the same on a terminal, on a page and in a brief. Comes in: readings and stories. Goes
 * out: short words for days, numbers, parties and chains. Decides nothing; every word is the record's.
 */
@NullMarked
package org.sayso.wording;

import org.jspecify.annotations.NullMarked;
