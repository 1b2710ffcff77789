package org.collab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that the compiler does not keep. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.collab");

    @Test
    void services_do_not_know_the_web() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.collab.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.collab.web..", "jakarta.ws.rs..", "jakarta.websocket..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void engine_knows_nothing_but_itself() {
        noClasses()
                .that()
                .resideInAPackage("org.collab.ot..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("org.collab.ot..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void features_are_free_of_cycles() {
        slices().matching("org.collab.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** Nodes work without it, only slower. */
    @Test
    void nobody_depends_on_the_relay() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.collab.relay..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.collab.relay..")
                .check(CLASSES);
    }

    @Test
    void sequencing_runs_without_a_container() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.collaboration\\.control\\.(?!ChangeLog|ChunkTable|SnapshotTable|RedactionTable|DurableChangeStore|SharedCommit).*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..")
                .check(CLASSES);
    }

    @Test
    void entities_do_not_know_boundaries() {
        noClasses()
                .that()
                .resideInAPackage("..entity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..boundary..", "..control..")
                .check(CLASSES);
    }

    /** Only the company's sign-in is asked, at the address that the administrator has given. */
    @Test
    void S13_nothing_fetches_addresses_that_users_give() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.collab.identity.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "jakarta.ws.rs.client..", "com.nimbusds.oauth2.sdk.http..")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class)
                .check(CLASSES);
    }

    @Test
    void nothing_starts_threads() {
        noClasses()
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(CLASSES);
    }
}
