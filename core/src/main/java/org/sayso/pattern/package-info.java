/**
 * Patterns over words. Comes in: a text. Goes out: {@link org.sayso.pattern.Words words} with their spans, spelled numbers
 * read as {@link org.sayso.pattern.Numerals numbers}, and the runs of words that a {@link org.sayso.pattern.Grammar
 * grammar} recognizes. What it does not do: know what any pattern is for; the stages bring their own rules, as data files.
 *
 * <p>Trap: these words are not the tokens of the language engine. They cut at every mark, so that {@code 9–10} and
 * {@code mid-September} are three words; the spans of both lead to the same text.
 */
@NullMarked
package org.sayso.pattern;

import org.jspecify.annotations.NullMarked;
