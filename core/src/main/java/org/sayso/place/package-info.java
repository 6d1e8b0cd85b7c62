/**
 * Where. Comes in: an analyzed article. Goes out: its toponyms, each with the gazetteer entry it means, coordinates and how
 * exact they are.
 *
 * <p>Three sources of places, one {@code Gazetteer}: the countries of {@link org.sayso.world}; {@code places.tsv}, written
 * for this project, with what news of conflict needs and city lists lack (front-line towns, straits, crossings, bases,
 * camps, spelling variants); {@code gazetteer.bin}, GeoNames' towns and administrative areas, built by
 * {@code tools/gazetteer/build.sh}. An own place wins over a row that is the same place.
 *
 * <p>What it does not do: guess a place for a name that no entry bears, or say where an event happened: that is the
 * event's clause to tell. Traps: words for people ("Turkish") are no toponyms, but they tell which country an article
 * speaks of; a capital before a verb of saying is a government.
 */
@NullMarked
package org.sayso.place;

import org.jspecify.annotations.NullMarked;
