package org.sayso.place;

/**
 * What the choice among places of one name weighs, in units of a tenfold population. Measured on TR-News and LGL.
 *
 * @param population of the logarithm of the number of inhabitants
 * @param capital what a capital gains
 * @param areaOverTown what a state or province loses against a town of the same name
 * @param district what a county or district loses
 * @param quarter what a part of a town loses
 * @param contained what "Paris, Texas" lends to the Paris in Texas
 * @param context of the logarithm of all that other places of the article lend
 * @param sameCountry what another place in the same country lends
 * @param insideCountry what the country itself lends
 * @param sameState what another place in the same state lends
 * @param insideState what the state itself lends
 * @param near what another place within 60 km lends; a third of it up to 200 km
 * @param same what the same place under the same name lends
 * @param repeated of the logarithm of how often a place is named, what that adds to its lending
 * @param sibling what a country or state gains beside another of its kind ("Georgia and Ukraine", "Georgia and Alabama")
 * @param sharpness how much a better score counts when places lend to each other
 */
record Weights(
        double population,
        double capital,
        double areaOverTown,
        double district,
        double quarter,
        double contained,
        double context,
        double sameCountry,
        double insideCountry,
        double sameState,
        double insideState,
        double near,
        double same,
        double repeated,
        double sibling,
        double sharpness) {
    static final Weights MEASURED =
            new Weights(1, 0.7, 0.8, 1.5, 0.7, 4, 1.2, 0.15, 0.6, 0.7, 1.5, 1.5, 2, 0.5, 1.5, 1.5);
}
