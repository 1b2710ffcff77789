package org.collab.launcher;

import java.nio.file.Path;
import java.util.Map;

/** System properties of the server and, through MicroProfile Config, of the application. */
final class ServerProperties {

    private static final String ISSUER = "collab-platform";

    private ServerProperties() {}

    /** The environment's {@code COLLAB_*} variables reach the application without help: Config reads them itself. */
    static Map<String, String> of(DataDirectory data, Secrets secrets, Path loggingConfiguration) {
        return Map.of(
                "mp.jwt.verify.publickey.location",
                        secrets.accessTokenPublicKeys().toUri().toString(),
                "mp.jwt.verify.issuer", ISSUER,
                "mp.jwt.verify.audiences", ISSUER,
                "collab.access-token.key-file", secrets.accessTokenKey().toString(),
                "collab.access-token.previous-key-file",
                        secrets.previousAccessTokenKey().toString(),
                "collab.administrators.code-file", secrets.administratorCode().toString(),
                "collab.data-dir", data.root().toString(),
                "com.sun.enterprise.connectors.inbound.ramid", ServerConfiguration.RESOURCE_ADAPTER,
                // Else it is looked for on the whole class path, several times in each request with a token.
                "jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl",
                "java.util.logging.config.file", loggingConfiguration.toString());
    }
}
