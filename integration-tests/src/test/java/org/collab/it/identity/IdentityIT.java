package org.collab.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
class IdentityIT {
    private final Product product;
    private final URI base;
    private final Api anonymous;

    IdentityIT(Product product) {
        this.product = product;
        this.base = product.uri();
        this.anonymous = Api.anonymous(base);
    }

    @Test
    void ways_to_sign_in_are_told_to_everybody() {
        JsonObject methods = anonymous.get("auth/methods").requireStatus(200).json();

        assertThat(methods.getBoolean("local")).isTrue();
        assertThat(methods.getBoolean("registration")).isTrue();
        assertThat(methods.isNull("sso")).isTrue();
        assertThat(new Visitor(base).get("api/auth/sso").response().headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in?problem=not-found"));
    }

    @Test
    void same_address_in_any_spelling_is_one_account() {
        String name = UUID.randomUUID().toString();
        register(" " + name + "@BÜCHER.example ").requireStatus(201);

        Answer ascii = register(name.toUpperCase(java.util.Locale.ROOT) + "@xn--bcher-kva.example");
        assertThat(ascii.status()).isEqualTo(409);
        assertThat(new Visitor(base)
                        .signIn(name + "@bücher.example", Api.PASSWORD)
                        .userId())
                .isNotEmpty();
    }

    @Test
    void S16_eleventh_attempt_waits_whether_or_not_there_is_an_account() {
        String known = newAddress();
        register(known).requireStatus(201);
        for (String email : List.of(known, newAddress())) {
            for (int i = 0; i < 10; i++) {
                assertThat(login(email, "wrong password").status()).isEqualTo(401);
            }
            Answer refused = login(email, Api.PASSWORD);
            refused.requireStatus(429);
            assertThat(refused.json().getString("code")).isEqualTo("too-many-requests");
            long wait = Long.parseLong(
                    refused.response().headers().firstValue("Retry-After").orElseThrow());
            assertThat(wait).isBetween(1L, Duration.ofMinutes(15).toSeconds());
        }
    }

    @Test
    void S16_attempts_at_the_same_time_count_each() {
        String email = newAddress();
        register(email).requireStatus(201);

        List<Integer> statuses = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> login(email, "wrong").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).filteredOn(status -> status == 401).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(6);
    }

    @Test
    void S16_success_forgets_the_failures_of_the_account() {
        String email = newAddress();
        register(email).requireStatus(201);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                assertThat(login(email, "wrong").status()).isEqualTo(401);
            }
            assertThat(login(email, Api.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void S16_suspended_and_passwordless_accounts_answer_like_unknown_ones() {
        String suspended = newAddress();
        String passwordless = newAddress();
        register(suspended).requireStatus(201);
        register(passwordless).requireStatus(201);
        product.sql().update("UPDATE users SET suspended_at = now() WHERE email = ?", suspended);
        product.sql().update("UPDATE users SET password_hash = NULL WHERE email = ?", passwordless);

        Timed unknown = timed(newAddress());
        for (String email : List.of(suspended, passwordless)) {
            Timed answer = timed(email);
            assertThat(answer.answer().status()).isEqualTo(401);
            assertThat(answer.answer().json().getString("detail"))
                    .isEqualTo(unknown.answer().json().getString("detail"));
            // The hashing is most of the time: an answer without it would come in a fraction.
            assertThat(answer.took()).isGreaterThan(unknown.took().dividedBy(3));
        }
    }

    @Test
    void change_of_password_ends_the_other_sessions() {
        String email = newAddress();
        register(email).requireStatus(201);
        Visitor here = new Visitor(base);
        Visitor there = new Visitor(base);
        Api api = here.signIn(email, Api.PASSWORD);
        there.signIn(email, Api.PASSWORD);

        Answer wrong = api.put("users/me/password", Map.of("current", "wrong", "new", "another password"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.json().getString("code")).isEqualTo("wrong-password");
        api.put("users/me/password", Map.of("current", Api.PASSWORD, "new", "another password"))
                .requireStatus(204);

        assertThat(there.refresh().status()).isEqualTo(401);
        here.refresh().requireStatus(200);
        assertThat(login(email, Api.PASSWORD).status()).isEqualTo(401);
        assertThat(login(email, "another password").status()).isEqualTo(200);
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_and_together() {
        String email = newAddress();
        register(email).requireStatus(201);
        Visitor[] visitors = {new Visitor(base), new Visitor(base), new Visitor(base)};
        Api api = visitors[0].signIn(email, Api.PASSWORD);
        visitors[1].signIn(email, Api.PASSWORD);
        String second = sessions(api).stream()
                .filter(session -> !session.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        visitors[2].signIn(email, Api.PASSWORD);

        assertThat(sessions(api)).hasSize(3).allSatisfy(session -> {
            assertThat(session.getString("method")).isEqualTo("password");
            assertThat(session.getString("address")).isEqualTo("127.0.0.1");
            assertThat(session.getString("userAgent")).startsWith("Java-http-client");
            assertThat(Instant.parse(session.getString("createdAt")))
                    .isBefore(Instant.now().plusSeconds(60));
        });
        assertThat(sessions(api))
                .filteredOn(session -> session.getBoolean("current"))
                .hasSize(1);

        api.delete("auth/sessions/" + second).requireStatus(204);
        assertThat(visitors[1].refresh().status()).isEqualTo(401);
        visitors[2].refresh().requireStatus(200);

        api.delete("auth/sessions").requireStatus(204);
        assertThat(visitors[2].refresh().status()).isEqualTo(401);
        visitors[0].refresh().requireStatus(200);
        assertThat(sessions(api)).hasSize(1);
    }

    @Test
    void S14_nobody_ends_somebody_elses_session() {
        String email = newAddress();
        register(email).requireStatus(201);
        Visitor ana = new Visitor(base);
        Api api = ana.signIn(email, Api.PASSWORD);
        String session = sessions(api).get(0).getString("id");

        assertThat(Api.newUser(base, "Eve").delete("auth/sessions/" + session).status())
                .isEqualTo(404);
        ana.refresh().requireStatus(200);
    }

    @Test
    void S17_token_that_was_used_before_ends_the_session_for_everybody() {
        String email = newAddress();
        register(email).requireStatus(201);
        Visitor ana = new Visitor(base);
        Api api = ana.signIn(email, Api.PASSWORD);
        String stolen = ana.cookie("collab-refresh").orElseThrow();
        ana.refresh().requireStatus(200);
        product.sql()
                .update(
                        "UPDATE sessions SET rotated_at = rotated_at - interval '1 minute' WHERE user_id = ?",
                        UUID.fromString(api.userId()));

        Visitor thief = new Visitor(base);
        thief.setCookie("collab-refresh", stolen);
        assertThat(thief.refresh().status()).isEqualTo(401);
        assertThat(ana.refresh().status()).isEqualTo(401);
    }

    @Test
    void administrators_are_named_in_their_tokens() {
        String email = newAddress();
        register(email).requireStatus(201);
        Visitor ana = new Visitor(base);
        Api before = ana.signIn(email, Api.PASSWORD);
        assertThat(before.userId()).isNotEmpty();
        product.sql().update("UPDATE users SET administrator = true WHERE email = ?", email);

        String token = ana.refresh().requireStatus(200).json().getString("accessToken");

        assertThat(payload(token).getJsonArray("groups").toString()).isEqualTo("[\"user\",\"administrator\"]");
    }

    @Test
    void keys_are_published_and_named_in_tokens() {
        JsonObject keys = anonymous.get("auth/jwks").requireStatus(200).json();
        JsonObject key = keys.getJsonArray("keys").getJsonObject(0);
        assertThat(key.keySet()).contains("kty", "n", "e", "kid").doesNotContain("d", "p", "q");

        String email = newAddress();
        register(email).requireStatus(201);
        String token = login(email, Api.PASSWORD).json().getString("accessToken");
        assertThat(header(token).getString("kid")).isEqualTo(key.getString("kid"));
    }

    private record Timed(Answer answer, Duration took) {}

    private Timed timed(String email) {
        long start = System.nanoTime();
        Answer answer = login(email, "wrong password");
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    private Answer login(String email, String password) {
        return anonymous.post("auth/login", Map.of("email", email, "password", password));
    }

    private Answer register(String email) {
        return anonymous.post("auth/register", Map.of("email", email, "password", Api.PASSWORD, "displayName", "Ana"));
    }

    private static String newAddress() {
        return UUID.randomUUID() + "@example.com";
    }

    private static List<JsonObject> sessions(Api api) {
        return api.get("auth/sessions")
                .requireStatus(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject header(String token) {
        return Jwts.part(token, 0);
    }

    private static JsonObject payload(String token) {
        return Jwts.part(token, 1);
    }
}
