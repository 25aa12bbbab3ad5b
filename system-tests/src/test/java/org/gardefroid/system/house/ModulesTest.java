package org.gardefroid.system.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The module graph is the architecture; what the graph cannot say stands here. */
class ModulesTest {

    private static final String[] PURE = {"org.gardefroid.telemetry..", "org.gardefroid.alerting..",
        "org.gardefroid.vaccines.."};

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.gardefroid");

    @Test
    void rulesReadNoClock() {
        noClasses().that().resideInAnyPackage(PURE).should().callMethod(Instant.class, "now").orShould()
                .callMethod(LocalDate.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
                .orShould().dependOnClassesThat().areAssignableTo(InstantSource.class)
                .because("a backlog sent after a power cut must give the same excursions as live readings")
                .check(HOUSE);
    }

    @Test
    void thePureModulesKnowNoFileSocketDatabaseThreadOrChance() {
        noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat(
                resideInAnyPackage("java.net..", "java.sql..", "javax..", "java.util.concurrent..", "java.nio.file..",
                        "java.util.random..", "org.eclipse.paho..", "io.micronaut..", "org.slf4j.."))
                .because("the same code runs on the box, on the server and in the simulation").check(HOUSE);
    }

    @Test
    void theProtocolOfTheAgentAndTheGuardOfTheServiceAreDriven() {
        noClasses().that().resideInAnyPackage("org.gardefroid.edge.delivery..", "org.gardefroid.ingest.guard..")
                .should().dependOnClassesThat(resideInAnyPackage("java.net..", "java.sql..", "java.nio.file..",
                        "org.eclipse.paho..", "io.micronaut.."))
                .orShould().callMethod(Instant.class, "now").orShould().callMethod(System.class, "nanoTime")
                .because("the simulation runs the same classes with its own clock, network, disk and chance")
                .check(HOUSE);
    }

    @Test
    void alertingAndVaccinesKnowTheWordsAndThemselvesAndNotEachOther() {
        knowsOnlyTheWordsAndItself("org.gardefroid.alerting..");
        knowsOnlyTheWordsAndItself("org.gardefroid.vaccines..");
    }

    private void knowsOnlyTheWordsAndItself(String module) {
        noClasses().that().resideInAPackage(module).should().dependOnClassesThat()
                .resideOutsideOfPackages(module, "org.gardefroid.telemetry..", "java.lang..", "java.io",
                        "java.nio.charset", "java.math", "java.time..", "java.util", "java.util.function",
                        "java.util.regex",
                        "java.util.stream", "com.fasterxml.jackson.core..", "org.jspecify..")
                .because("the same code runs on the box and on the server").check(HOUSE);
    }

    @Test
    void onePackageAloneKnowsPi4j() {
        noClasses().that().resideOutsideOfPackage("org.gardefroid.hardware.pi4j..").should().dependOnClassesThat()
                .resideInAPackage("com.pi4j..").because("its next version is then one package's work").check(HOUSE);
    }

    @Test
    void noDriverKnowsAnother() {
        slices().matching("org.gardefroid.hardware.(sht4x|tmp117|max31865|ds18b20|lis3dh|ina219|ds3231|ssd1306|scanner"
                + "|contact|signal)..").should().notDependOnEachOther()
                .because("a chip's package is its datasheet and can be taken out alone").check(HOUSE);
        noClasses().that().resideOutsideOfPackages("org.gardefroid.hardware.pi4j..", "org.gardefroid.hardware.linux..")
                .and().resideInAPackage("org.gardefroid.hardware..").should().dependOnClassesThat()
                .resideInAnyPackage("org.gardefroid.hardware.pi4j..", "org.gardefroid.hardware.linux..")
                .because("drivers talk to ports").check(HOUSE);
    }

    @Test
    void nobodyIsCalledManagerHelperUtilOrImpl() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(HOUSE);
    }
}
