package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.collab.administration.boundary.Erasure;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.boundary.Guests;
import org.collab.identity.boundary.LocalSignIn;
import org.collab.identity.entity.UserSettings;
import org.collab.paging.Page;
import org.jspecify.annotations.Nullable;

/** People, as far as others may know of them. */
@Path("users")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    private Accounts accounts;

    @Inject
    private LocalSignIn local;

    @Inject
    private Guests guests;

    @Inject
    private Erasure erasure;

    @Inject
    private Caller caller;

    @Inject
    private Browser browser;

    /** What erasing oneself takes; {@code heir} gets the rooms that nobody else owns. */
    public record Farewell(
            @NotNull @Size(max = 200) String password,
            @Nullable String heir) {}

    /** What users may change about themselves; whatever is left out stays. */
    public record Settings(
            @Size(max = 80) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Nullable String displayName,

            @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be a colour such as #1f7a4d") @Nullable String color,

            @Pattern(regexp = "en|es", message = "must be en or es") @Nullable String language,

            @Pattern(regexp = "light|dark|auto", message = "must be light, dark or auto") @Nullable String theme) {
        UserSettings value() {
            return new UserSettings(
                    Optional.ofNullable(displayName),
                    Optional.ofNullable(color),
                    Optional.ofNullable(language),
                    Optional.ofNullable(theme));
        }
    }

    @GET
    @Path("me")
    public MeJson me() {
        return MeJson.of(accounts.get(caller.userId()));
    }

    @PATCH
    @Path("me")
    public MeJson change(@NotNull @Valid Settings settings) {
        return MeJson.of(accounts.change(caller.userId(), settings.value()));
    }

    /** A change of the caller's password. */
    public record PasswordChange(
            @NotNull @Size(max = 200) String current,

            @JsonbProperty("new") @NotNull @Size(min = 10, max = 200) String next) {}

    @PUT
    @Path("me/password")
    public void changePassword(@NotNull @Valid PasswordChange change) {
        local.changePassword(caller.userId(), caller.sessionId(), change.current(), change.next(), browser.client());
    }

    /** Erases the caller, for good. Not by DELETE: not every server lets that have a body, which the password needs. */
    @POST
    @Path("me/erasure")
    public void erase(@NotNull @Valid Farewell farewell) {
        erasure.eraseMyself(
                caller.userId(),
                farewell.password(),
                browser.client(),
                Optional.ofNullable(farewell.heir()).map(id -> Ids.of(id, "user")));
    }

    /** Whoever has exactly this address, for adding them to a room: one item or none. */
    @GET
    public Page<UserJson> find(@QueryParam("email") @NotBlank String email) {
        guests.keepOut(caller.userId());
        List<UserJson> found =
                accounts.findByEmail(email).map(UserJson::of).stream().toList();
        return new Page<>(found, found.size());
    }
}
