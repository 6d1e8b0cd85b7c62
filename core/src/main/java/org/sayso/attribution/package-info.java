/**
 * Who says what. Comes in: analyzed text. Goes out: attributions with source, cue and content, nested, with stance. What
 * it does not do: know who a source is; {@code actor} does.
 */
@NullMarked
package org.sayso.attribution;

import org.jspecify.annotations.NullMarked;
