package org.collab.web.rest;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The REST API. MicroProfile JWT checks the Bearer token of every request; what is open to everybody says
 * {@code @PermitAll}. Payara wants this class to be a CDI bean.
 */
@ApplicationScoped
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({RestApplication.USER, RestApplication.ADMINISTRATOR})
public class RestApplication extends Application {
    /** The role of everybody who is signed in. */
    public static final String USER = "user";

    /** The role of those who administer the installation. */
    public static final String ADMINISTRATOR = "administrator";
}
