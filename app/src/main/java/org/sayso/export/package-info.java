/**
 * The record in other formats. Comes in: readings and stories. Goes out: CSV, JSON Lines, PLOVER records, a brief in
 * Markdown with endnotes. Every row and note still leads to document and characters.
 */
@NullMarked
package org.sayso.export;

import org.jspecify.annotations.NullMarked;
