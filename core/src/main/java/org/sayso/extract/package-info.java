/**
 * From page to article: main text and metadata.
 *
 * <p>Comes in: a decoded {@link org.sayso.model.Page}, HTML or plain text. Goes out: an {@link org.sayso.model.Article} with
 * what is doubtful about it, or the reason why there is none ({@link org.sayso.extract.Extracted}). It fetches nothing, reads no clock,
 * and does not repair characters: the text is as published, save that white space is collapsed and soft hyphens are left out.
 *
 * <p>The way of an HTML page, in the order to read it: {@code Markup} parses it, {@code Outline} lays it flat and {@code Cut} cuts it into paragraphs, {@code Block}s.
 * Three {@code Witnesses} say which of them are the article, each in a {@code Candidate} with a {@link org.sayso.extract.Verdict} on every
 * block: {@code Body} chooses the element that holds it, after {@code Boilerplate} and {@code Teasers} have marked its
 * {@code Surroundings}; {@code Density} finds the stretch densest in words; {@code StructuredData} (JSON-LD) and {@code EmbeddedText} are
 * the page's own account. Their agreement is the confidence. {@code Endings} cuts off what follows the article's end, {@code Partiality} tells
 * whether only a part is there, {@code Paths} leads each paragraph back to its element, {@code Explanation} tells all of it.
 *
 * <p>{@code Metadata} and {@code PublicationDay} read what the page says of itself; {@code Datelines}, {@code Agencies} and {@code Wires}
 * whose copy it is; {@code Languages} in which language. Words and patterns are tables beside the classes.
 *
 * <p>Traps: a class name proves nothing (whole pages stand in one {@code form} named for a newsletter), so nothing that holds most of a
 * page's prose is ever dropped. Publisher, agency and cited outlet are three things: an article of Reuters on Reuters' own page has
 * a dateline but no {@code wire}.
 */
@NullMarked
package org.sayso.extract;

import org.jspecify.annotations.NullMarked;
