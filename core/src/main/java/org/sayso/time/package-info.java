/**
 * When. Comes in: analyzed text and the day of publication. Goes out: time expressions with TIMEX3 value, EDTF and
 * anchor. What it does not do: guess a date that only another event can tell.
 */
@NullMarked
package org.sayso.time;

import org.jspecify.annotations.NullMarked;
