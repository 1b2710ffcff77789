package org.collab.it.security;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A real access token, taken apart, altered and put together again. */
record ForgedToken(JsonObject header, JsonObject claims) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static ForgedToken of(String token) {
        String[] parts = token.split("\\.", -1);
        return new ForgedToken(decoded(parts[0]), decoded(parts[1]));
    }

    ForgedToken withHeader(String name, String value) {
        return new ForgedToken(Json.createObjectBuilder(header).add(name, value).build(), claims);
    }

    ForgedToken withClaim(String name, String value) {
        return new ForgedToken(
                header, Json.createObjectBuilder(claims).add(name, value).build());
    }

    ForgedToken withClaim(String name, long value) {
        return new ForgedToken(
                header, Json.createObjectBuilder(claims).add(name, value).build());
    }

    String signed(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content().getBytes(StandardCharsets.US_ASCII));
            return content() + '.' + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not signed", e);
        }
    }

    /** HMAC with the public key, which everybody knows: taken for genuine by who lets the header choose. */
    String signedWithPublicKey(RSAPrivateCrtKey key) {
        try {
            byte[] known = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(known, "HmacSHA256"));
            return content() + '.' + BASE64.encodeToString(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not signed", e);
        }
    }

    String unsigned() {
        return content() + '.';
    }

    static RSAPrivateCrtKey key(Path pem) {
        try {
            String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no key in " + pem, e);
        }
    }

    private String content() {
        return encoded(header) + '.' + encoded(claims);
    }

    private static String encoded(JsonObject part) {
        return BASE64.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject decoded(String part) {
        String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readObject();
    }
}
