/**
 * Words and sentences. Comes in: an article's text as published. Goes out: paragraphs of sentences of words, each a span of
 * that text; the text itself is never changed, so every span leads home. What it does not do: say what a word is.
 *
 * <p>Words are cut in the manner of the English treebanks EWT and GUM, on which the language engine is trained: clitics
 * stand alone ({@code do|n't}, {@code Kremlin|'s}), hyphens between words too ({@code US|-|based}) unless the first part is
 * a prefix ({@code anti-war}), abbreviations keep their period ({@code U.S.}, {@code Sept.}), numbers and dates stay whole
 * ({@code 1,000}, {@code 3:30}, {@code 9/11}), currency signs and units stand alone ({@code $|6|bn}).
 *
 * <p>What cuts and what does not stands in data files beside this package's classes, each entry with an example that runs as
 * a test: {@code patterns.tsv}, {@code abbreviations.tsv}, {@code contractions.tsv}, {@code hyphens.tsv},
 * {@code starters.tsv}.
 *
 * <p>Traps: a dateline ("MANILA (AFP) -") is a sentence of its own; a line break ends a sentence, unless the text is plainly wrapped (the next line goes on in lower case). Control
 * characters and zero-width spaces part words like blanks. Words and sentences have a greatest length, so that no input can
 * make a later stage run long.
 */
@NullMarked
package org.sayso.text;

import org.jspecify.annotations.NullMarked;
