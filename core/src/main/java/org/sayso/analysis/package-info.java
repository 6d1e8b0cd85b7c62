/**
 * The language engine. Comes in: an article's text. Goes out: sentences with UD trees, lemmas, names, attributions proposed
 * by a head of the network, and how sure the author is of each event. What it does not do: say what any of it means.
 *
 * <p>The way of the text: {@code org.sayso.text} cuts it into sentences and words; {@link org.sayso.analysis.Wordpieces} and
 * {@link org.sayso.analysis.Window} turn these into numbers, exactly as the network's training does; {@link
 * org.sayso.analysis.Network} runs the one graph that gives every score, those of pairs of words by {@link
 * org.sayso.analysis.Pairs} when asked for; {@link org.sayso.analysis.Arborescence}, {@link org.sayso.analysis.Labelling} and {@link org.sayso.analysis.Attributions} turn scores into structure; {@link
 * org.sayso.analysis.Lemmas} adds dictionary forms; {@link org.sayso.analysis.Names} completes the labelled names by the tree
 * and gives all mentions of a name one kind. {@link org.sayso.analysis.LanguageEngine} is the whole.
 *
 * <p>The format of the weights file, with inputs, outputs and decoding, is training/FORMAT.md.
 *
 * <p>Traps: the graph is quantized dynamically, with one scale over all that is in a batch. Windows therefore run one by
 * one: what else is being read never changes an article's analysis. Label lists come from the weights file, never from
 * code.
 */
@NullMarked
package org.sayso.analysis;

import org.jspecify.annotations.NullMarked;
