package org.sayso.merge;

import java.util.List;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Entity;
import org.sayso.model.EventType;
import org.sayso.model.Reading;
import org.sayso.testing.ReadingBuilder;

/** A small story written for these tests: a call between two presidents, reported by one paper, repeated, denied. */
final class Fixtures {
    private Fixtures() {}

    private static ReadingBuilder reading(String doc, String publisher, String day, String text) {
        return ReadingBuilder.of(doc, text).by(publisher).on(day);
    }

    private static ReadingBuilder presidents(ReadingBuilder b) {
        return b.entity("e1", Entity.Kind.PERSON, "Ana Costa", "BRA", "Costa")
                .entity("e2", Entity.Kind.PERSON, "Luis Rey", "ARG", "Rey");
    }

    /** A paper cites another, which has it from people it does not name. */
    static Reading first() {
        return presidents(reading(
                        "a-first",
                        "The Guardian",
                        "2024-05-06",
                        "Presidents Costa and Rey spoke by phone on 4 May about the border crisis, Le Monde reported, citing people"
                                + " close to Costa. Rey was told of the crisis plans."))
                .date("t1", "4 May", "2024-05-04")
                .said(
                        "a1",
                        Kind.OUTLET,
                        "Le Monde",
                        "reported",
                        "Presidents Costa and Rey spoke by phone on 4 May about the border crisis",
                        Stance.ASSERTS,
                        "")
                .said(
                        "a2",
                        Kind.UNNAMED,
                        "people close to Costa",
                        "citing",
                        "Presidents Costa and Rey spoke by phone on 4 May about the border crisis",
                        Stance.ASSERTS,
                        "a1")
                .event(
                        "v1",
                        "spoke",
                        EventType.CONSULT,
                        "phone",
                        List.of("e1", "e2"),
                        List.of(),
                        "t1",
                        true,
                        "a1",
                        "a2")
                .build();
    }

    /** Another repeats the paper. */
    static Reading second() {
        return presidents(
                        reading(
                                "b-second",
                                "El Pais",
                                "2024-05-06",
                                "Costa phoned Rey about the border crisis on Saturday, according to Le Monde. It was their first call since the vote."))
                .date("t1", "Saturday", "2024-05-04")
                .said(
                        "a1",
                        Kind.OUTLET,
                        "Le Monde",
                        "according to",
                        "Costa phoned Rey about the border crisis on Saturday",
                        Stance.ASSERTS,
                        "")
                .event("v1", "phoned", EventType.CONSULT, "phone", List.of("e1"), List.of("e2"), "t1", true, "a1")
                .build();
    }

    /** An agency has a source of its own. */
    static Reading third() {
        return presidents(
                        reading(
                                "c-third",
                                "The Straits Times",
                                "2024-05-06",
                                "LIMA (Reuters) - A source told Reuters that Costa and Rey talked by phone about the border crisis."))
                .wire("Reuters")
                .said(
                        "a1",
                        Kind.UNNAMED,
                        "A source",
                        "told",
                        "Costa and Rey talked by phone about the border crisis",
                        Stance.ASSERTS,
                        "")
                .event("v1", "talked", EventType.CONSULT, "phone", List.of("e1", "e2"), List.of(), "", true, "a1")
                .build();
    }

    /** The next day one side denies it. */
    static Reading denial() {
        return presidents(
                        reading(
                                "d-denial",
                                "BBC",
                                "2024-05-07",
                                "Rey's office denied that Costa and Rey had talked by phone about the border crisis. Costa's team declined to comment."))
                .entity("e3", Entity.Kind.ORGANIZATION, "Office of the President", "ARG", "Rey's office")
                .entity("e4", Entity.Kind.ORGANIZATION, "Costa's team", "BRA")
                .said(
                        "a1",
                        Kind.ORGANIZATION,
                        "Rey's office",
                        "denied",
                        "that Costa and Rey had talked by phone about the border crisis",
                        Stance.DENIES,
                        "")
                .said("a2", Kind.ORGANIZATION, "Costa's team", "declined", "", Stance.DECLINES, "")
                .event("v1", "talked", EventType.CONSULT, "phone", List.of("e1", "e2"), List.of(), "", true, "a1")
                .build();
    }

    /** Another call, months later. */
    static Reading later() {
        return presidents(reading(
                        "e-later",
                        "BBC",
                        "2024-09-20",
                        "Presidents Costa and Rey spoke by phone about the border crisis on Thursday, Costa said."))
                .date("t1", "Thursday", "2024-09-19")
                .said(
                        "a1",
                        Kind.PERSON,
                        "Costa",
                        "said",
                        "Presidents Costa and Rey spoke by phone about the border crisis on Thursday",
                        Stance.ASSERTS,
                        "")
                .event("v1", "spoke", EventType.CONSULT, "phone", List.of("e1", "e2"), List.of(), "t1", true, "a1")
                .build();
    }

    /** Words that two papers print alike, with a source that neither names. */
    static Reading unnamed(String doc, String publisher) {
        return presidents(
                        reading(
                                doc,
                                publisher,
                                "2024-05-06",
                                "People close to both said that Costa and Rey talked by phone about the border crisis, a week after the"
                                        + " guards of one side had fired over the river at a ferry that carried the mail of the other."))
                .said(
                        "a1",
                        Kind.UNNAMED,
                        "People close to both",
                        "said",
                        "that Costa and Rey talked by phone about the border crisis",
                        Stance.ASSERTS,
                        "")
                .event("v1", "talked", EventType.CONSULT, "phone", List.of("e1", "e2"), List.of(), "", true, "a1")
                .build();
    }

    static List<Reading> call() {
        return List.of(first(), second(), third(), denial(), later());
    }
}
