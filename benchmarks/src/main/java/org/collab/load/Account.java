package org.collab.load;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who types, and where.
 *
 * @param url the installation, with its context path
 * @param email a new account is made where there is none
 */
record Account(URI url, Optional<String> email, String password) {
    static Account of(Arguments arguments, Map<String, String> environment) {
        String url = arguments.take("url", "http://localhost:8080/");
        return new Account(
                URI.create(url.endsWith("/") ? url : url + "/"),
                Optional.ofNullable(environment.get("LOAD_EMAIL")),
                environment.getOrDefault("LOAD_PASSWORD", "load generator " + System.nanoTime()));
    }
}
