/**
 * What is said to have happened. Comes in: analyzed text and its attributions. Goes out: event mentions in PLOVER
 * terms with the words for actors and recipients, and factuality. What it does not do: date, place or name anybody.
 *
 * <p>The tables hold the knowledge: {@code verbs.tsv} and {@code nouns.tsv} say which words in which frame name an event of
 * which type ({@link org.sayso.event.Condition}), {@code embed.tsv} and {@code hedges.tsv} what the words around do to it
 * ({@link org.sayso.event.FactualityReader}). The narrowest frame wins; a frame with the flag {@code mute} says that these
 * words name no event ("declined to comment" is a statement). {@link org.sayso.event.CodingRules} are PLOVER's own.
 *
 * <p>Traps: a refusal, a promise or a threat is an event that happened, whatever it is about; what is only planned is
 * coded AGREE or CONCEDE where PLOVER says so; one attack told by a noun and two verbs is one event
 * ({@link org.sayso.event.SameHappening}); "the call" takes the parties told before only where the words say that it took
 * place or did not ({@link org.sayso.event.Anaphora}).
 */
@NullMarked
package org.sayso.event;

import org.jspecify.annotations.NullMarked;
