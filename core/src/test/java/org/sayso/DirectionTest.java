package org.sayso;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data goes one way: model, text and outlet, then the stages, then pipeline. */
@AnalyzeClasses(packages = "org.sayso", importOptions = ImportOption.DoNotIncludeTests.class)
final class DirectionTest {
    private static final String[] STAGES = {
        "org.sayso.ingest..",
        "org.sayso.feed..",
        "org.sayso.extract..",
        "org.sayso.analysis..",
        "org.sayso.attribution..",
        "org.sayso.event..",
        "org.sayso.figure..",
        "org.sayso.time..",
        "org.sayso.place..",
        "org.sayso.actor..",
        "org.sayso.merge..",
        "org.sayso.store..",
    };

    @ArchTest
    static final ArchRule MODEL_USES_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.sayso.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.sayso.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_PIPELINE_KNOWS_ALL_STAGES = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sayso.pipeline..", "org.sayso.watch..");

    @ArchTest
    static final ArchRule READING_DOES_NOT_KNOW_WHAT_IS_WATCHED = noClasses()
            .that()
            .resideInAPackage("org.sayso.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sayso.watch..");

    @ArchTest
    static final ArchRule STAGES_DO_NOT_IMPORT_ONE_ANOTHER = slices().matching(
                    "org.sayso.(ingest|feed|extract|analysis|attribution|event|figure|time|place|actor|merge)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES =
            slices().matching("org.sayso.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DOMAIN_TYPES_KNOW_NO_JSON_SQL_OR_HTTP = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.sayso.model..",
                    "org.sayso.attribution..",
                    "org.sayso.event..",
                    "org.sayso.figure..",
                    "org.sayso.time..",
                    "org.sayso.place..",
                    "org.sayso.actor..",
                    "org.sayso.merge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "java.sql..", "java.net.http..", "io.javalin..");
}
