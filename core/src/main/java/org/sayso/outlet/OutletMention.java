package org.sayso.outlet;

import org.sayso.model.Span;

/**
 * Words that name an outlet.
 *
 * @param span offsets into the text that was searched, a leading "the" left out
 */
public record OutletMention(Span span, Outlet outlet) {}
