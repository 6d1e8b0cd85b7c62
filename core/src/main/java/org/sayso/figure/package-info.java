/**
 * Numbers that reports give of something. Comes in: the analyzed text. Goes out: {@link org.sayso.model.Figure figures} with
 * their bounds, what is counted, and what became of it (killed, launched, detained …). Who says so and which event a figure
 * belongs to is for the pipeline to tie.
 *
 * <p>Two steps. Rules over words ({@code rules.tsv}, {@code bounds.tsv}) read amounts, and know what only looks like one:
 * dates, ages, clock times, names with numbers. Then the tree tells which noun an amount counts and which verb, adjective or
 * noun ({@code cues.tsv}) says what became of it; an amount in a list, after "including" or in "six of them" takes this from
 * what it is part of.
 *
 * <p>What it does not do: add up, compare or convert. Trap: vague plurals ("dozens", "hundreds") give a lower bound of one
 * such unit, the convention of conflict datasets (ACLED codebook: dozens 12, hundreds 100), and no upper one.
 */
@NullMarked
package org.sayso.figure;

import org.jspecify.annotations.NullMarked;
