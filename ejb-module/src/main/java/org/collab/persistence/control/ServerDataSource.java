package org.collab.persistence.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The data source that the administrator has made, for what is done without JPA. Its name is a setting, because the
 * servers differ: Payara knows {@code jdbc/collab}, WildFly the same one as {@code java:/jdbc/collab}.
 */
@ApplicationScoped
public class ServerDataSource {
    @Inject
    @ConfigProperty(name = "collab.datasource", defaultValue = "jdbc/collab")
    private String name;

    private DataSource dataSource;

    @PostConstruct
    @SuppressWarnings("BanJNDI") // the name is the administrator's, the registry is this server's own
    void find() {
        try {
            dataSource = InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "there is no data source " + name + "; make it, or name another one in collab.datasource", e);
        }
    }

    public DataSource get() {
        return dataSource;
    }
}
