package org.collab.ot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The engine is pure: it depends on nothing, and nothing but its arguments decides what it does. */
class ArchitectureTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.collab.ot");

    @Test
    void engine_depends_on_the_jdk_and_jspecify_only() {
        assertThat(ENGINE).hasSizeGreaterThan(20);
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.collab.ot..",
                        "java.lang..",
                        "java.util..",
                        "java.math",
                        "java.nio.charset",
                        "java.security",
                        "org.jspecify.annotations"))
                .check(ENGINE);
    }

    @Test
    void engine_knows_no_container_no_database_no_io() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "javax..", "java.sql..", "java.io..", "java.net..", "java.nio.file..")
                .check(ENGINE);
    }

    @Test
    void engine_knows_no_clock_no_random_no_thread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.util.concurrent..", "java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.util.Random.class, java.util.Timer.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(ENGINE);
    }

    @Test
    void engine_has_no_mutable_static_state() {
        fields().that().areStatic().should().beFinal().check(ENGINE);
    }

    @Test
    void document_operations_do_not_know_the_client() {
        noClasses()
                .that()
                .resideInAPackage("org.collab.ot")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.collab.ot.client")
                .check(ENGINE);
    }
}
