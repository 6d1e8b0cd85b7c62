package org.sayso.extract;

import java.util.Optional;
import org.sayso.model.Span;

/**
 * What became of one block of a page.
 *
 * @param text of the block
 * @param verdict whether it is part of the article, and why
 * @param path XPath of the innermost block element around it, in the page as a browser parses it without scripts
 * @param source of that element in the decoded mark-up, in UTF-16 units, from its first tag to its last; empty where a parser added it
 */
public record Judgement(String text, Verdict verdict, String path, Optional<Span> source) {}
