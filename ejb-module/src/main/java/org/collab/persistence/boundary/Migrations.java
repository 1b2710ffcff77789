package org.collab.persistence.boundary;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.collab.persistence.control.ServerDataSource;
import org.flywaydb.core.Flyway;

/**
 * Migrates the database at deployment. Several nodes may start at once: Flyway's lock lets one of them migrate. A
 * migration that fails stops the deployment, so the application never runs on a schema that it does not know.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    @Inject
    private ServerDataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource.get())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        // Flyway describes its classes to Jackson. Where the server has a Jackson, it is that one, which remembers
        // them for ever: also when the application is gone (D89).
        TypeFactory.defaultInstance().clearCache();
    }
}
