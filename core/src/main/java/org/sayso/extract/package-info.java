/**
 * From page to article: main text and metadata.
 *
 * <p>Comes in: a decoded {@link org.sayso.model.Page}, HTML or plain text. Goes out: an {@link org.sayso.model.Article} with
 * what is doubtful about it, or the reason why there is none ({@link org.sayso.extract.Extracted}). It fetches nothing, reads no clock,
 * and does not repair characters: the text is as published, save that white space is collapsed and soft hyphens are left out.
 *
 * <p>The way of an HTML page: {@code Blocks} cuts it into paragraphs; {@code Boilerplate} and {@code Teasers} mark what surrounds an
 * article; {@code Body} chooses the element that holds it, and trims. Where the mark-up holds no text, {@code StructuredData}
 * (JSON-LD) and {@code EmbeddedText} are asked. {@code Metadata} and {@code PublicationDay} read what the page says of itself;
 * {@code Datelines} and {@code Agencies} whose copy it is; {@code Languages} in which language. Words and patterns are tables
 * beside the classes.
 *
 * <p>Traps: a class name proves nothing (whole pages stand in one {@code form} named for a newsletter), so nothing that holds most of a
 * page's prose is ever dropped. Publisher, agency and cited outlet are three things: an article of Reuters on Reuters' own page has
 * a dateline but no {@code wire}.
 */
@NullMarked
package org.sayso.extract;

import org.jspecify.annotations.NullMarked;
