package org.collab.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through a company whose answers are wrong in every way that counts. */
class SsoIT {
    private static final String CALLBACK = "api/auth/sso/callback";

    /** Five parts, of which only the first is what it should be. */
    private static final String ENCRYPTED =
            "eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIn0.YQ.YWFhYWFhYWFhYWFh.YQ.YWFhYWFhYWFhYWFhYWFhYQ";

    @TempDir
    private static Path directory;

    private static Company company;
    private static Product product;
    private static URI base;

    @BeforeAll
    static void start() {
        int port = Product.freePort();
        company = new Company(port);
        product = Product.start(
                directory.resolve("data"),
                Map.of(
                        "COLLAB_SSO_ISSUER", company.issuer(),
                        "COLLAB_SSO_CLIENT_ID", Company.CLIENT,
                        "COLLAB_SSO_CLIENT_SECRET", "secret",
                        "COLLAB_SSO_NAME", "Example Inc.",
                        "COLLAB_SSO_ALLOWED_DOMAINS", "example.com,example.org",
                        "COLLAB_SSO_ADMINISTRATORS_GROUP", "it",
                        "COLLAB_SSO_API_AUDIENCE", "collab-api"));
        base = product.uri();
        // So that the company's description and keys are known: later answers are for what they are meant for.
        new Trip().arriveAs("warm-up", claims -> {});
    }

    @AfterAll
    static void stop() {
        product.close();
        company.close();
    }

    /** One browser's way through the company's sign-in. */
    private static final class Trip {
        private final Visitor visitor = new Visitor(base);
        private final Map<String, List<String>> request;

        Trip() {
            this("/rooms/1?x=2");
        }

        Trip(String returnTo) {
            Answer departure =
                    visitor.get("api/auth/sso?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
            departure.requireStatus(303);
            request = URLUtils.parseParameters(
                    URI.create(Visitor.location(departure)).getRawQuery());
        }

        String parameter(String name) {
            return Optional.ofNullable(request.get(name)).orElseThrow().get(0);
        }

        Answer arrive() {
            return visitor.get(CALLBACK + "?code=code&state=" + parameter("state"));
        }

        Answer arriveWith(String idToken) {
            company.answerTokens(idToken);
            return arrive();
        }

        Answer arriveAs(String subject, Consumer<Map<String, Object>> change) {
            Map<String, Object> claims = company.claims(subject, parameter("nonce"));
            change.accept(claims);
            company.answerTokens(company.signed(claims));
            company.answer(401, "{\"error\":\"invalid_token\"}");
            return arrive();
        }
    }

    @Test
    void S6_request_carries_state_nonce_challenge_and_the_exact_redirect_address() {
        Trip trip = new Trip();

        assertThat(trip.parameter("response_type")).isEqualTo("code");
        assertThat(trip.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(trip.parameter("code_challenge")).hasSize(43);
        assertThat(trip.parameter("nonce")).hasSize(43);
        assertThat(trip.parameter("state")).hasSize(43).isNotEqualTo(new Trip().parameter("state"));
        assertThat(trip.parameter("redirect_uri"))
                .isEqualTo(base.resolve(CALLBACK).toString());
        assertThat(trip.parameter("scope")).isEqualTo("openid profile email");
    }

    @Test
    void ways_to_sign_in_name_the_company() {
        JsonObject methods = Api.anonymous(base).get("auth/methods").json();

        assertThat(methods.getString("sso")).isEqualTo("Example Inc.");
        assertThat(methods.getBoolean("local")).isTrue();
    }

    @Test
    void somebody_new_arrives_where_they_wanted_with_a_session_and_without_a_token_in_the_address() {
        Trip trip = new Trip();
        String subject = newSubject();

        Answer arrival = trip.arriveAs(subject, claims -> {});

        assertThat(Visitor.location(arrival))
                .isEqualTo(base.resolve("rooms/1?x=2").toString());
        company.answer(503, "{}");
        JsonObject tokens = trip.visitor.refresh().requireStatus(200).json();
        assertThat(tokens.getJsonObject("user").getString("email")).isEqualTo(subject + "@example.com");
        assertThat(tokens.getJsonObject("user").getString("displayName")).isEqualTo("Somebody of the company");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "@evil.example",
                "/%0d%0aX: y\n",
                ""
            })
    void return_address_elsewhere_becomes_the_start_page(String returnTo) {
        Answer arrival = new Trip(returnTo).arriveAs(newSubject(), claims -> {});

        assertThat(URI.create(Visitor.location(arrival)).getHost()).isEqualTo("127.0.0.1");
        assertThat(Visitor.location(arrival)).isEqualTo(base.toString());
    }

    @Test
    void S6_state_of_another_browser_or_none_at_all_is_refused() {
        Trip mine = new Trip();
        Trip victims = new Trip();

        assertProblem(victims.visitor.get(CALLBACK + "?code=code&state=" + mine.parameter("state")), "sso-expired");
        assertProblem(victims.visitor.get(CALLBACK + "?code=code&state=guessed"), "sso-expired");
        assertProblem(victims.visitor.get(CALLBACK + "?code=code"), "sso-expired");
        assertProblem(new Visitor(base).get(CALLBACK + "?code=code&state=" + mine.parameter("state")), "sso-expired");
        mine.arriveAs(newSubject(), claims -> {});
        assertThat(mine.visitor.cookie("collab-refresh")).isPresent();
    }

    @Test
    void S6_state_serves_once() {
        Trip trip = new Trip();
        trip.arriveAs(newSubject(), claims -> {});

        assertProblem(trip.arrive(), "sso-expired");
    }

    @Test
    void S6_old_state_is_refused() {
        Trip trip = new Trip();
        product.sql().update("UPDATE sso_logins SET expires_at = now() - interval '1 second'");

        assertProblem(trip.arrive(), "sso-expired");
    }

    @Test
    void S6_code_that_the_company_refuses_opens_nothing() {
        Trip trip = new Trip();
        company.answer(400, "{\"error\":\"invalid_grant\"}");

        assertProblem(trip.arrive(), "sso-failed");
        assertThat(trip.visitor.cookie("collab-refresh")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "iss", "aud", "exp", "sub"})
    void S6_id_token_with_a_wrong_claim_opens_nothing(String claim) {
        Trip trip = new Trip();
        Map<String, Object> claims = company.claims(newSubject(), trip.parameter("nonce"));
        claims.put(claim, claim.equals("exp") ? Date.from(Instant.now().minusSeconds(300)) : "wrong");
        if (claim.equals("sub")) {
            claims.remove("sub");
        }

        assertProblem(trip.arriveWith(company.signed(claims)), "sso-failed");
        assertThat(trip.visitor.cookie("collab-refresh")).isEmpty();
    }

    @Test
    void S5_id_token_that_nobody_or_a_stranger_has_signed_opens_nothing() {
        for (boolean isStranger : new boolean[] {true, false}) {
            Trip trip = new Trip();
            Map<String, Object> claims = company.claims(newSubject(), trip.parameter("nonce"));
            String token = isStranger ? Company.signedByStranger(claims) : Company.unsigned(claims);

            assertProblem(trip.arriveWith(token), "sso-failed");
            assertThat(trip.visitor.cookie("collab-refresh")).isEmpty();
        }
    }

    @Test
    void unverified_address_opens_neither_an_old_account_nor_a_new_one() {
        String email = UUID.randomUUID() + "@example.com";
        Api.anonymous(base)
                .post("auth/register", Map.of("email", email, "password", Api.PASSWORD, "displayName", "Ana"))
                .requireStatus(201);

        for (Object verified : new Object[] {false, "false", ""}) {
            assertProblem(
                    new Trip().arriveAs(newSubject(), claims -> {
                        claims.put("email", email);
                        claims.put("email_verified", verified);
                    }),
                    "sso-unverified-email");
        }
        assertProblem(
                new Trip().arriveAs(newSubject(), claims -> claims.remove("email_verified")), "sso-unverified-email");
    }

    @Test
    void verified_address_opens_the_local_account_and_stays_with_it() {
        String subject = newSubject();
        Api local = Api.newUser(base, "Ana");
        String email = local.get("users/me").json().getString("email");

        Trip first = new Trip();
        first.arriveAs(subject, claims -> claims.put("email", email.toUpperCase(java.util.Locale.ROOT)));
        assertThat(userId(first)).isEqualTo(local.userId());
        Trip renamed = new Trip();
        renamed.arriveAs(subject, claims -> claims.put("email", "renamed@example.org"));
        assertThat(userId(renamed)).isEqualTo(local.userId());
    }

    @Test
    void foreign_domain_is_turned_away() {
        for (String email : List.of("a@evil.example", "a@sub.example.com", "a@example.com@evil.example")) {
            assertProblem(
                    new Trip().arriveAs(newSubject(), claims -> claims.put("email", email)), "sso-foreign-domain");
        }
    }

    @Test
    void suspended_user_is_turned_away_and_their_session_goes_no_further() {
        String subject = newSubject();
        Trip trip = new Trip();
        trip.arriveAs(subject, claims -> {});
        product.sql().update("UPDATE users SET suspended_at = now() WHERE email = ?", subject + "@example.com");

        assertThat(trip.visitor.refresh().status()).isEqualTo(401);
        assertProblem(new Trip().arriveAs(subject, claims -> {}), "account-suspended");
    }

    @Test
    void administrators_follow_the_group_at_each_refresh() {
        String subject = newSubject();
        Trip trip = new Trip();
        trip.arriveAs(subject, claims -> claims.put("groups", List.of("it")));

        assertThat(groupsAfterRefresh(trip, subject, "it")).contains("administrator");
        assertThat(groupsAfterRefresh(trip, subject, "sales")).doesNotContain("administrator");
    }

    @Test
    void single_group_as_text_counts_too() {
        Trip trip = new Trip();
        String subject = newSubject();
        trip.arriveAs(subject, claims -> claims.put("groups", "it"));

        assertThat(administrator(subject)).isTrue();
    }

    @Test
    void groups_that_are_too_many_to_tell_stay_as_they_were() {
        String subject = newSubject();
        new Trip().arriveAs(subject, claims -> claims.put("groups", List.of("it")));

        new Trip().arriveAs(subject, claims -> {
            claims.remove("groups");
            claims.put("_claim_names", Map.of("groups", "src1"));
        });
        assertThat(administrator(subject)).isTrue();
        new Trip().arriveAs(subject, claims -> claims.remove("groups"));
        assertThat(administrator(subject)).isFalse();
    }

    @Test
    void session_ends_when_the_company_does_not_know_it_any_more() {
        Trip trip = new Trip();
        trip.arriveAs(newSubject(), claims -> {});
        company.answer(400, "{\"error\":\"invalid_grant\"}");

        assertThat(trip.visitor.refresh().status()).isEqualTo(401);
        assertThat(trip.visitor.refresh().status()).isEqualTo(401);
    }

    @Test
    void session_goes_on_while_the_company_is_away() {
        Trip trip = new Trip();
        trip.arriveAs(newSubject(), claims -> {});
        company.answer(503, "{}");

        trip.visitor.refresh().requireStatus(200);
    }

    @Test
    void company_that_does_not_answer_is_told_to_try_again() {
        Trip trip = new Trip();
        company.answer(502, "away");

        assertProblem(trip.arrive(), "sso-away");
    }

    @Test
    void refusal_by_the_company_is_told() {
        Trip trip = new Trip();

        assertProblem(
                trip.visitor.get(CALLBACK + "?error=access_denied&state=" + trip.parameter("state")), "sso-failed");
    }

    @Test
    void tokens_of_the_company_are_not_readable_in_the_database() {
        String subject = newSubject();
        new Trip().arriveAs(subject, claims -> {});

        byte[] stored = (byte[]) product.sql()
                .query("SELECT sso_token FROM sessions WHERE sso_subject = ?", subject)
                .orElseThrow();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("again");
    }

    @Test
    void signing_out_goes_on_at_the_company() {
        Trip trip = new Trip();
        trip.arriveAs(newSubject(), claims -> {});
        company.answer(503, "{}");
        Api api = trip.visitor.api(trip.visitor.refresh().requireStatus(200));

        Answer answer = api.send("POST", "auth/logout", Optional.empty()).requireStatus(200);

        URI end = URI.create(answer.json().getString("endSessionUrl"));
        assertThat(end.toString()).startsWith(company.issuer());
        Map<String, List<String>> query = URLUtils.parseParameters(end.getRawQuery());
        assertThat(query.get("post_logout_redirect_uri"))
                .containsExactly(base.resolve("sign-in").toString());
        assertThat(query).containsKey("id_token_hint");
        assertThat(trip.visitor.refresh().status()).isEqualTo(401);
    }

    @Test
    void S6_backchannel_logout_ends_the_sessions_it_names() {
        String subject = newSubject();
        Trip first = new Trip();
        first.arriveAs(subject, claims -> claims.put("sid", "first-" + subject));
        Trip second = new Trip();
        second.arriveAs(subject, claims -> claims.put("sid", "second-" + subject));

        assertThat(logout(company.signed(logoutClaims(subject, claims -> claims.put("sid", "first-" + subject))))
                        .status())
                .isEqualTo(200);
        assertThat(first.visitor.refresh().status()).isEqualTo(401);
        company.answer(503, "{}");
        second.visitor.refresh().requireStatus(200);

        assertThat(logout(company.signed(logoutClaims(subject, claims -> {}))).status())
                .isEqualTo(200);
        assertThat(second.visitor.refresh().status()).isEqualTo(401);
    }

    @Test
    void S6_bad_logout_tokens_end_nothing() {
        String subject = newSubject();
        Trip trip = new Trip();
        trip.arriveAs(subject, claims -> {});

        Map<String, Consumer<Map<String, Object>>> wrong = Map.of(
                "issuer", claims -> claims.put("iss", "http://127.0.0.1/other"),
                "audience", claims -> claims.put("aud", "another-client"),
                "events", claims -> claims.remove("events"),
                "other event", claims -> claims.put("events", Map.of("urn:other", Map.of())),
                "nonce", claims -> claims.put("nonce", "n"),
                "nobody", claims -> claims.remove("sub"),
                "expired", claims -> claims.put("exp", Date.from(Instant.now().minusSeconds(300))),
                "without an id", claims -> claims.put("jti", ""));
        wrong.forEach((name, change) -> assertThat(
                        logout(company.signed(logoutClaims(subject, change))).status())
                .as(name)
                .isEqualTo(400));
        assertThat(logout(Company.signedByStranger(logoutClaims(subject, claims -> {})))
                        .status())
                .isEqualTo(400);
        assertThat(logout(Company.unsigned(logoutClaims(subject, claims -> {}))).status())
                .isEqualTo(400);
        assertThat(logout("nonsense").status()).isEqualTo(400);
        company.answer(503, "{}");
        trip.visitor.refresh().requireStatus(200);
    }

    @Test
    void S6_logout_token_serves_once() {
        String token = company.signed(logoutClaims(newSubject(), claims -> {}));

        assertThat(logout(token).status()).isEqualTo(200);
        assertThat(logout(token).status()).isEqualTo(400);
    }

    @Test
    void program_exchanges_a_token_that_is_meant_for_us_alone() {
        String subject = newSubject();
        Map<String, Object> claims = programsClaims(subject);
        Answer answer = exchange(company.signed(claims)).requireStatus(200);
        Api api = Api.anonymous(base).withToken(answer.json().getString("access_token"), "");
        assertThat(api.get("users/me").requireStatus(200).json().getString("email"))
                .isEqualTo(subject + "@example.com");

        Map<String, Object> others = new HashMap<>(claims);
        others.put("aud", Company.CLIENT);
        assertThat(exchange(company.signed(others)).status()).isEqualTo(401);
        assertThat(exchange(Company.signedByStranger(claims)).status()).isEqualTo(401);
        assertThat(exchange(Company.unsigned(claims)).status()).isEqualTo(401);
        claims.put("iss", "http://127.0.0.1/other");
        assertThat(exchange(company.signed(claims)).status()).isEqualTo(401);
    }

    @Test
    void program_presents_the_companys_token_itself() {
        String subject = newSubject();
        Map<String, Object> claims = programsClaims(subject);
        claims.put("groups", List.of("it"));
        Api program = Api.anonymous(base).withToken(company.signed(claims), "");

        assertThat(program.get("users/me").requireStatus(200).json().getString("email"))
                .isEqualTo(subject + "@example.com");
        program.post("rooms", Map.of("name", "Reports")).requireStatus(201);
        program.get("admin/storage").requireStatus(200);
        assertThat(product.sql()
                        .query("SELECT count(*) FROM sessions WHERE sso_subject = ?", subject)
                        .orElseThrow())
                .isEqualTo(1L);
    }

    @Test
    void S5_token_of_the_company_that_is_wrong_in_any_way_opens_nothing() {
        Map<String, Object> claims = programsClaims(newSubject());
        Map<String, Object> late = new HashMap<>(claims);
        late.put("exp", Date.from(Instant.now().minusSeconds(300)));
        Map<String, Object> foreign = new HashMap<>(claims);
        foreign.put("email", "somebody@evil.example");
        Map<String, Object> others = new HashMap<>(claims);
        others.put("iss", "http://127.0.0.1/other");

        for (String token : List.of(
                company.signed(late),
                company.signed(foreign),
                company.signed(others),
                Company.signedByStranger(claims),
                Company.unsigned(claims),
                ENCRYPTED,
                company.signed(claims) + "x")) {
            assertThat(statusWith(token)).isEqualTo(401);
        }
        assertThat(statusWith(company.signed(claims))).isEqualTo(200);
    }

    @Test
    void S4_token_of_the_company_opens_nothing_once_its_session_or_user_is_out() {
        String subject = newSubject();
        String token = company.signed(programsClaims(subject));
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(logout(company.signed(logoutClaims(subject, claims -> {}))).status())
                .isEqualTo(200);
        assertThat(statusWith(token)).isEqualTo(401);

        String other = company.signed(programsClaims(subject));
        assertThat(statusWith(other)).isEqualTo(200);
        product.sql().update("UPDATE users SET suspended_at = now() WHERE email = ?", subject + "@example.com");
        assertThat(statusWith(other)).isEqualTo(401);
        assertThat(statusWith(company.signed(programsClaims(subject)))).isEqualTo(401);
    }

    @Test
    void S5_token_of_the_company_that_is_not_meant_for_us_is_no_token_of_ours() {
        Map<String, Object> claims = company.claims(newSubject(), "unused");
        claims.put("groups", List.of("user"));

        assertThat(statusWith(company.signed(claims))).isEqualTo(401);
    }

    private static String groupsAfterRefresh(Trip trip, String subject, String group) {
        Map<String, Object> claims = company.claims(subject, "unused");
        claims.remove("nonce");
        claims.put("groups", List.of(group));
        company.answerTokens(company.signed(claims));
        company.answer(401, "{\"error\":\"invalid_token\"}");
        String token = trip.visitor.refresh().requireStatus(200).json().getString("accessToken");
        return Jwts.part(token, 1).getJsonArray("groups").toString();
    }

    private static boolean administrator(String subject) {
        return (boolean) product.sql()
                .query("SELECT administrator FROM users WHERE email = ?", subject + "@example.com")
                .orElseThrow();
    }

    private static String userId(Trip trip) {
        company.answer(503, "{}");
        return trip.visitor
                .refresh()
                .requireStatus(200)
                .json()
                .getJsonObject("user")
                .getString("id");
    }

    private static Map<String, Object> logoutClaims(String subject, Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", company.issuer());
        claims.put("aud", Company.CLIENT);
        claims.put("sub", subject);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        change.accept(claims);
        return claims;
    }

    private static Answer logout(String token) {
        return new Visitor(base).postForm("api/auth/sso/backchannel-logout", Map.of("logout_token", token));
    }

    private static Map<String, Object> programsClaims(String subject) {
        Map<String, Object> claims = company.claims(subject, "unused");
        claims.put("aud", List.of("collab-api", "others"));
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private static int statusWith(String token) {
        return Api.anonymous(base).withToken(token, "").get("users/me").status();
    }

    private static Answer exchange(String token) {
        return new Visitor(base)
                .postForm(
                        "api/auth/token",
                        Map.of(
                                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                                "subject_token", token));
    }

    private static String newSubject() {
        return "user-" + UUID.randomUUID();
    }

    private static void assertProblem(Answer answer, String code) {
        answer.requireStatus(303);
        assertThat(Visitor.location(answer))
                .isEqualTo(base.resolve("sign-in?problem=" + code).toString());
    }
}
