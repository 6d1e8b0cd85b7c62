package org.sayso.actor;

/** Of the person or persons meant, as far as words tell it. */
enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    boolean agrees(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }

    static Gender of(String letter) {
        return switch (letter) {
            case "m" -> MALE;
            case "f" -> FEMALE;
            default -> UNKNOWN;
        };
    }
}
