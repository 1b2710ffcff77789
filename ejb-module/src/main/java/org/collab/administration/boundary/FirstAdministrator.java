package org.collab.administration.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.collab.administration.control.ClaimCodes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * While nobody administers the installation, a code for becoming the first administrator is in the log of each start, and
 * in the file that {@code collab.administrators.code-file} names.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class FirstAdministrator {
    private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    private ClaimCodes codes;

    @Inject
    @ConfigProperty(name = "collab.administrators.code-file")
    private Optional<String> file;

    @PostConstruct
    void start() {
        Optional<String> code = codes.issue();
        code.ifPresent(issued -> LOG.log(
                Level.INFO,
                "Nobody administers this installation yet. Sign in, open /admin and enter the code {0}",
                issued));
        file.ifPresent(name -> keep(Path.of(name), code));
    }

    private static void keep(Path path, Optional<String> code) {
        try {
            if (code.isPresent()) {
                Files.writeString(path, code.get());
            } else {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the code for the first administrator could not be kept in " + path, e);
        }
    }
}
