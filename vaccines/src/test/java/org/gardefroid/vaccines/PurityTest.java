package org.gardefroid.vaccines;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.gardefroid.vaccines", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

    @ArchTest
    static final ArchRule rulesReadNoClock = noClasses()
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().dependOnClassesThat().areAssignableTo(InstantSource.class)
            .because("a dose clock must say the same on the box and on the server");

    @ArchTest
    static final ArchRule rulesKnowOnlyTheWordsAndThemselves = noClasses()
            .should().dependOnClassesThat()
            .resideOutsideOfPackages("org.gardefroid.telemetry..", "org.gardefroid.vaccines..",
                    "java.lang..", "java.io", "java.nio.charset", "java.math", "java.time..", "java.util",
                    "java.util.function", "java.util.stream", "com.fasterxml.jackson.core..", "org.jspecify..")
            .because("the same code runs on the box and on the server");
}
