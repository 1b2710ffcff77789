package org.collab.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.collab.it.administration.Administration;
import org.collab.it.client.Api;
import org.collab.it.client.Pictures;
import org.collab.it.openapi.Description.Operation;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product serves its own description at {@code /api/openapi}, and answers as it says: whoever asks, whatever is wrong
 * with the request, and where all is well, each operation once. On a product of its own, which nobody administers yet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {
    private static final String DELTA = "[{\"insert\":\"Hello world\"}]";

    /** These need a company's sign-in; SsoIT has one. */
    private static final Set<String> ELSEWHERE =
            Set.of("POST /auth/sso/backchannel-logout", "POST /auth/token", "GET /auth/sso/callback");

    /** What ends the caller's own session, which the callers of all operations still need. */
    private static final Set<String> LEAVES = Set.of("POST /auth/logout", "DELETE /auth/sessions");

    private final Map<String, List<String>> wrong = new TreeMap<>();
    private final Set<String> succeeded = new TreeSet<>();
    private Product product;
    private Description description;
    private Api admin;

    @BeforeAll
    void start(@TempDir Path directory) {
        product = Product.start(directory.resolve("data"));
        Api.Answer served = Api.anonymous(product.uri()).get("openapi").requireStatus(200);
        assertThat(served.response().headers().firstValue("Content-Type")).contains("application/yaml;charset=utf-8");
        description = new Description(served.body());
        Api claiming = Api.newUser(product.uri(), "Admin");
        caller(Optional.of(claiming.token()))
                .goodText("POST", "admin/claim", "{\"code\":\"" + Administration.code(product) + "\"}");
        admin = Administration.again(claiming);
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void examples_fit_their_schemas_and_references_lead_somewhere() {
        assertThat(description.version()).startsWith("3.0");
        assertThat(description.operations()).hasSizeGreaterThan(100);
        assertThat(description.wrongExamples()).isEmpty();
    }

    @Test
    void whoever_asks_for_whatever_is_answered_as_described() {
        Room room = new Room();
        Caller nobody = caller(Optional.empty());
        for (Operation operation : description.operations()) {
            if (!operation.isPublic()) {
                assertThat(nobody.any(operation, room.path(operation), ""))
                        .as(operation.name())
                        .isEqualTo(401);
            } else if (operation.method().equals("get")) {
                nobody.any(operation, room.path(operation), "");
                nobody.any(operation, unknown(operation), "");
            }
            if (!LEAVES.contains(operation.name())) {
                for (Api user : List.of(room.viewer, room.stranger)) {
                    ask(operation, user, room.path(operation));
                }
                ask(operation, room.owner, unknown(operation));
                ask(operation, admin, unknown(operation));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_operation_succeeds_as_described() {
        Walk walk = new Walk();
        walk.signIn();
        walk.rooms();
        walk.documents();
        walk.history();
        walk.sharing();
        walk.administration();
        walk.leave();
        assertThat(wrong).isEmpty();
        Set<String> missing = new TreeSet<>();
        description.operations().forEach(operation -> missing.add(operation.name()));
        missing.removeAll(succeeded);
        missing.removeAll(ELSEWHERE);
        assertThat(missing).as("described, and never answered well").isEmpty();
    }

    private static void ask(Operation operation, Caller caller, String path) {
        caller.any(operation, path, takesBody(operation) ? "{}" : "");
    }

    private void ask(Operation operation, Api user, String path) {
        ask(operation, caller(Optional.of(user.token())), path);
    }

    private static boolean takesBody(Operation operation) {
        return operation.body().containsKey("requestBody");
    }

    /** With ids that nothing has. */
    private static String unknown(Operation operation) {
        return operation
                .path()
                .substring(1)
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private Caller caller(Optional<String> token) {
        return new Caller(description, product.uri(), token, succeeded, wrong);
    }

    /** A room with a document in it, and people with all relations to them. */
    private final class Room {
        private final Api owner = Api.newUser(product.uri(), "Owner");
        private final Api viewer = Api.newUser(product.uri(), "Viewer");
        private final Api stranger = Api.newUser(product.uri(), "Stranger");
        private final String room = owner.createRoom("Described");
        private final String document = owner.createDocument(room, "Described");

        Room() {
            owner.addMember(room, viewer, "viewer");
            owner.post("documents/" + document + "/changes", edit(1, 0, DELTA)).requireStatus(201);
        }

        /** With the ids of what is there. */
        String path(Operation operation) {
            return operation
                    .path()
                    .substring(1)
                    .replace("rooms/{id}", "rooms/" + room)
                    .replace("room/{id}", "room/" + room)
                    .replace("documents/{id}", "documents/" + document)
                    .replace("document/{id}", "document/" + document)
                    .replace("users/{id}", "users/" + owner.userId())
                    .replace("user/{id}", "user/" + owner.userId())
                    .replace("{userId}", owner.userId())
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    private static Map<String, Object> edit(long seq, long base, String delta) {
        return Map.of(
                "clientId",
                "11111111-1111-4111-8111-111111111111",
                "seq",
                seq,
                "baseRevision",
                base,
                "delta",
                jakarta.json.Json.createReader(new java.io.StringReader(delta)).readArray());
    }

    /** Everything once, as it is meant to be done. */
    private final class Walk {
        private final Caller nobody = caller(Optional.empty());
        private final Caller boss = caller(Optional.of(admin.token()));
        private final Api benApi = Api.newUser(product.uri(), "Ben");
        private final Caller ben = caller(Optional.of(benApi.token()));
        private final String email = "walk-" + UUID.randomUUID() + "@example.com";
        private Caller ana = nobody;
        private String anaId = "";
        private String room = "";
        private String document = "";

        void signIn() {
            nobody.good("POST", "auth/register", """
                    {"email":"%s","password":"%s","displayName":"Walk"}""".formatted(email, Api.PASSWORD));
            String login = """
                    {"email":"%s","password":"%s"}""".formatted(email, Api.PASSWORD);
            var first = nobody.ask(
                    "POST", "auth/login", BodyPublishers.ofString(login), "Content-Type", "application/json");
            String cookie =
                    first.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
            nobody.goodText("POST", "auth/refresh", BodyPublishers.noBody(), "Cookie", cookie);
            Map<String, Object> tokens = nobody.good("POST", "auth/login", login);
            ana = nobody.as(text(tokens, "accessToken"));
            anaId = text(Json.map(tokens.get("user")), "id");
            nobody.good("GET", "auth/methods", "");
            nobody.good("GET", "auth/jwks", "");
            nobody.goodText("GET", "auth/sso", "");
            String other = Json.listOrEmpty(ana.good("GET", "auth/sessions", "").get("items")).stream()
                    .map(Json::map)
                    .filter(session -> Boolean.FALSE.equals(session.get("current")))
                    .map(session -> text(session, "id"))
                    .findFirst()
                    .orElseThrow();
            ana.goodText("DELETE", "auth/sessions/" + other, "");
            ana.goodText("DELETE", "auth/sessions", "");
            ana.good("GET", "users?email=" + email, "");
            ana.good("GET", "users/me", "");
            ana.good(
                    "PATCH",
                    "users/me",
                    "{\"displayName\":\"Ana\",\"color\":\"#123456\",\"language\":\"en\",\"theme\":\"dark\"}");
            ana.goodUpload("PUT", "users/me/avatar", "image/png", Pictures.png(40, 40));
            ana.goodText("GET", "users/" + anaId + "/avatar", "");
            ana.good("GET", "users/me", "");
            ana.good("GET", "users/me/export", "");
            ana.goodText("DELETE", "users/me/avatar", "");
            nobody.goodText("GET", "health/live", "");
            nobody.goodText("GET", "health/ready", "");
            nobody.goodText("GET", "metrics", "");
            nobody.goodText("GET", "openapi", "");
        }

        void rooms() {
            room = text(ana.good("POST", "rooms", "{\"name\":\"Garden\"}"), "id");
            ana.good("GET", "rooms", "");
            ana.good("GET", "rooms/" + room, "");
            ana.good("PATCH", "rooms/" + room, "{\"name\":\"Gardens\",\"historyForViewers\":true}");
            ana.good("PUT", "rooms/" + room + "/members/" + benApi.userId(), "{\"role\":\"editor\"}");
            ana.good("GET", "rooms/" + room + "/members", "");
            ana.goodText("DELETE", "rooms/" + room + "/members/" + benApi.userId(), "");
            ana.good("PUT", "rooms/" + room + "/members/" + benApi.userId(), "{\"role\":\"editor\"}");
            product.sql()
                    .update(
                            "INSERT INTO user_groups (user_id, name, source) VALUES (?, '/staff', 'ADMINISTRATOR')",
                            UUID.fromString(benApi.userId()));
            document = text(ana.good("POST", "rooms/" + room + "/documents", "{\"title\":\"Roses\"}"), "id");
            ana.good("GET", "rooms/" + room + "/documents", "");
            for (String place : List.of("rooms/" + room, "documents/" + document)) {
                ana.goodText("PUT", place + "/groups", "{\"name\":\"/staff\",\"role\":\"editor\"}");
                ana.good("GET", place + "/groups", "");
                ana.goodText("DELETE", place + "/groups?name=/staff", "");
                String invitation = text(
                        ana.good("POST", place + "/invitations", "{\"email\":\"x@example.com\",\"role\":\"viewer\"}"),
                        "id");
                ana.good("GET", place + "/invitations", "");
                ana.goodText("DELETE", place + "/invitations/" + invitation, "");
            }
        }

        void documents() {
            String at = "documents/" + document;
            ana.good("POST", at + "/changes", """
                    {"clientId":"22222222-2222-4222-8222-222222222222","seq":1,"baseRevision":0,"delta":%s}""".formatted(DELTA));
            ana.good("POST", at + "/changes", """
                    {"clientId":"22222222-2222-4222-8222-222222222222","seq":2,"baseRevision":1,
                     "delta":[{"retain":5,"attributes":{"bold":true}},{"delete":6}]}""");
            ana.good("GET", at + "/changes", "");
            ana.good("PATCH", at, "{\"title\":\"Tulips\"}");
            ana.good("GET", at, "");
            ana.good("POST", at + "/tickets", "");
            ana.goodText("PUT", at + "/favourite", "");
            ana.goodText("DELETE", at + "/favourite", "");
            String copy = text(ana.good("POST", at + "/copies", "{\"title\":\"Copy\"}"), "id");
            String picture = text(ana.goodUpload("POST", at + "/images", "image/png", Pictures.png(4, 3)), "id");
            ana.goodText("GET", at + "/images/" + picture, "");
            ana.goodText("PUT", "documents/" + copy + "/images/" + picture, "");
            ana.goodText("DELETE", "documents/" + copy, "");
            for (String filter : List.of("recent", "favourites", "trash")) {
                ana.good("GET", "documents?filter=" + filter, "");
            }
            ana.good("POST", "documents/" + copy + "/restore", "");
            org.awaitility.Awaitility.await("the index has it")
                    .until(() -> !Json.listOrEmpty(
                                    ana.good("GET", "search?q=tulips", "").get("items"))
                            .isEmpty());
        }

        void history() {
            String at = "documents/" + document;
            ana.good("GET", at + "/contents", "");
            ana.good("GET", at + "/history", "");
            ana.good("GET", at + "/history/difference?from=1&to=2", "");
            ana.good("GET", at + "/authorship", "");
            ana.good("POST", at + "/history/restore", "{\"revision\":1,\"dryRun\":true}");
            String once = ",\"clientId\":\"33333333-3333-4333-8333-333333333333\",\"seq\":%d";
            ana.good("POST", at + "/history/restore", "{\"revision\":1" + once.formatted(1) + "}");
            ana.good("POST", at + "/history/restore", "{\"revision\":1" + once.formatted(2) + "}");
            String undo = "{\"userId\":\"" + anaId + "\",\"from\":3,\"to\":3%s}";
            ana.good("POST", at + "/history/undo", undo.formatted(",\"dryRun\":true"));
            ana.good("POST", at + "/history/undo", undo.formatted(once.formatted(3)));
            String version = text(ana.good("POST", at + "/versions", "{\"name\":\"First\"}"), "id");
            ana.good("PATCH", at + "/versions/" + version, "{\"starred\":true}");
            ana.good("GET", at + "/versions", "");
            ana.good("GET", at + "/history", "");
            ana.goodText("DELETE", at + "/versions/" + version, "");
            String redaction = "{\"revision\":1,\"index\":0,\"length\":5,\"reason\":\"A password\"%s}";
            ana.good("POST", at + "/redactions", redaction.formatted(",\"dryRun\":true"));
            ana.good("POST", at + "/redactions", redaction.formatted(""));
            ana.good("GET", at + "/redactions", "");
            ana.good("GET", at + "/verify", "");
        }

        void sharing() {
            String at = "documents/" + document;
            ana.goodText("PUT", at + "/members/" + benApi.userId(), "{\"role\":\"viewer\"}");
            ana.good("GET", at + "/access", "");
            ana.goodText("DELETE", at + "/members/" + benApi.userId(), "");
            ana.good("GET", at + "/link", "");
            ana.good(
                    "PUT",
                    at + "/link",
                    "{\"scope\":\"anyone\",\"role\":\"commenter\",\"expiresAt\":\"2030-01-31T12:00:00Z\"}");
            String token = text(ana.good("POST", at + "/link/token", ""), "token");
            ana.good("GET", at + "/link", "");
            nobody.good("GET", "links/" + token, "");
            nobody.good("POST", "links/" + token + "/guests", "{\"displayName\":\"Gil\"}");
            ben.good("POST", "links/" + token, "{}");
            ana.good("GET", at + "/access", "");
            ana.goodText("DELETE", at + "/link", "");
            String address = Administration.email(benApi);
            String invitation = text(
                    ana.good("POST", at + "/invitations", "{\"email\":\"%s\",\"role\":\"editor\"}".formatted(address)),
                    "token");
            ben.good("GET", "invitations/" + invitation, "");
            ben.good("POST", "invitations/" + invitation, "");
            ana.good("GET", "directory?q=" + address, "");
            ana.good("GET", "directory?q=be", "");
            String handed = text(ana.good("POST", "rooms", "{\"name\":\"Handed\"}"), "id");
            ana.good("PUT", "rooms/" + handed + "/members/" + benApi.userId(), "{\"role\":\"editor\"}");
            ana.goodText("PUT", "rooms/" + handed + "/owner", "{\"userId\":\"" + benApi.userId() + "\"}");
            String owned = text(ben.good("POST", "rooms/" + handed + "/documents", "{\"title\":\"Owned\"}"), "id");
            ben.goodText("PUT", "documents/" + owned + "/members/" + anaId, "{\"role\":\"owner\"}");
            ana.goodText("PUT", "documents/" + owned + "/owner", "{\"userId\":\"" + benApi.userId() + "\"}");
        }

        void administration() {
            Api gone = Api.newUser(product.uri(), "Gone");
            String address = Administration.email(gone);
            boss.good("GET", "admin/users", "");
            boss.good("GET", "admin/sessions", "");
            boss.goodText("PATCH", "admin/users/" + gone.userId(), "{\"suspended\":true}");
            boss.goodText("PATCH", "admin/users/" + gone.userId(), "{\"suspended\":false}");
            Api again = Api.anonymous(product.uri()).login(address, Api.PASSWORD);
            assertThat(again.userId()).isEqualTo(gone.userId());
            String session = text(
                    Json.map(Json.listOrEmpty(boss.good("GET", "admin/users/" + gone.userId() + "/sessions", "")
                                    .get("items"))
                            .get(0)),
                    "id");
            boss.goodText("DELETE", "admin/users/" + gone.userId() + "/sessions/" + session, "");
            boss.good("POST", "admin/users/" + gone.userId() + "/password", "");
            for (String held : List.of("user/" + gone.userId(), "room/" + room, "document/" + document)) {
                boss.goodText("PUT", "admin/holds/" + held, "{\"reason\":\"a case\"}");
                boss.good("GET", "admin/holds", "");
                boss.goodText("DELETE", "admin/holds/" + held, "");
            }
            boss.goodText("DELETE", "admin/users/" + gone.userId(), "");
            String orphan = text(ana.good("POST", "rooms", "{\"name\":\"Orphan\"}"), "id");
            boss.goodText("DELETE", "admin/rooms/" + orphan, "");
            boss.good("GET", "admin/rooms", "");
            boss.goodText("POST", "admin/rooms/" + orphan + "/restore", "");
            product.sql().update("DELETE FROM room_members WHERE room_id = ?", UUID.fromString(orphan));
            boss.goodText("PUT", "admin/rooms/" + orphan + "/owner", "{\"userId\":\"" + anaId + "\"}");
            boss.good("GET", "admin/audit", "");
            String line = boss.goodText("GET", "admin/audit/export", "");
            assertThat(line).isNotEmpty();
            boss.good("GET", "admin/audit/verify", "");
            boss.good("GET", "admin/settings", "");
            boss.good("GET", "admin/storage", "");
            boss.good("GET", "admin/users", "");
        }

        void leave() {
            ana.goodText("DELETE", "documents/" + document, "");
            ana.goodText("DELETE", "rooms/" + room, "");
            Api leaving = Api.newUser(product.uri(), "Leaving");
            Caller caller = caller(Optional.of(leaving.token()));
            caller.goodText(
                    "PUT",
                    "users/me/password",
                    "{\"current\":\"%s\",\"new\":\"%s!\"}".formatted(Api.PASSWORD, Api.PASSWORD));
            caller.goodText("POST", "users/me/erasure", "{\"password\":\"%s!\"}".formatted(Api.PASSWORD));
            ana.goodText("POST", "auth/logout", "");
        }

        private static String text(Map<String, Object> json, String name) {
            return String.valueOf(json.get(name));
        }
    }
}
