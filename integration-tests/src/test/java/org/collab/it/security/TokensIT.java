package org.collab.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S5: what an access token must be. */
@ExtendWith(SharedProduct.class)
class TokensIT {
    private final Api ana;
    private final RSAPrivateCrtKey key;
    private final ForgedToken genuine;

    TokensIT(Product product) {
        ana = Api.newUser(product.uri(), "Ana");
        key = ForgedToken.key(product.accessTokenKey());
        genuine = ForgedToken.of(ana.token());
    }

    @Test
    void S5_token_put_together_again_is_as_good_as_before() {
        assertThat(status(genuine.signed(key))).isEqualTo(200);
    }

    @Test
    void S5_algorithm_none_is_refused() {
        assertThat(status(genuine.withHeader("alg", "none").unsigned())).isEqualTo(401);
        assertThat(status(genuine.unsigned())).isEqualTo(401);
    }

    @Test
    void S5_HMAC_with_the_public_key_is_refused() {
        assertThat(status(genuine.withHeader("alg", "HS256").signedWithPublicKey(key)))
                .isEqualTo(401);
    }

    @Test
    void S5_wrong_issuer_is_refused() {
        assertThat(status(genuine.withClaim("iss", "https://evil.example").signed(key)))
                .isEqualTo(401);
    }

    @Test
    void S5_wrong_audience_is_refused() {
        assertThat(status(genuine.withClaim("aud", "another-application").signed(key)))
                .isEqualTo(401);
    }

    @Test
    void S5_expired_token_is_refused() {
        long past = Instant.now().minusSeconds(600).getEpochSecond();
        assertThat(status(genuine.withClaim("exp", past).signed(key))).isEqualTo(401);
    }

    @Test
    void S5_foreign_key_is_refused_whatever_it_calls_itself() throws GeneralSecurityException {
        PrivateKey foreign =
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        assertThat(status(genuine.signed(foreign))).isEqualTo(401);
        assertThat(status(genuine.withHeader("kid", "unknown").signed(foreign))).isEqualTo(401);
    }

    @Test
    void S5_role_in_a_token_gives_nothing_by_itself() {
        String document = ana.createDocument(ana.createRoom("Ana's"), "Hers alone");
        Api eve = Api.newUser(ana.base(), "Eve");
        String claimed = ForgedToken.of(eve.token()).withClaim("role", "owner").signed(key);

        assertThat(ana.withToken(claimed, eve.userId())
                        .get("documents/" + document)
                        .status())
                .isEqualTo(404);
    }

    private int status(String token) {
        return ana.withToken(token, ana.userId()).get("users/me").status();
    }
}
