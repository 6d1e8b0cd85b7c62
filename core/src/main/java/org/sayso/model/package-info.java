/**
 * What all stages share: the words of the record, as immutable values checked when they are made.
 *
 * <p>Comes in: nothing. Goes out: the types that one stage makes and another takes, from {@link org.sayso.model.Page} to
 * {@link org.sayso.model.Story}. What it does not do: read, write, or decide anything; it knows no JSON, SQL, HTTP or
 * file, and uses the JDK only.
 *
 * <p>The one rule that carries the rest: every {@link org.sayso.model.Span} counts UTF-16 code units, half-open, in
 * {@link org.sayso.model.Article#text()}, the text as published. A {@link org.sayso.model.Reading} checks on
 * construction that every span lies inside the text and every reference is answered, so a claim without evidence
 * cannot be built.
 */
@NullMarked
package org.sayso.model;

import org.jspecify.annotations.NullMarked;
