package org.collab.identity.control;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URL;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The requests to the company's sign-in, the one service outside of the product. Each ends within {@value
 * #TIMEOUT_MILLIS} ms, at most {@value #MOST_AT_ONCE} of a kind run at once, and where half of the last eight have failed
 * none is sent for five seconds; so a sign-in that hangs never takes the threads of those who are signed in already.
 * Whatever MicroProfile Fault Tolerance refuses is its exception, which {@link SsoProvider} and {@link SsoProtocol} tell
 * as {@code sso-away}.
 */
@ApplicationScoped
public class SsoCalls {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_AT_ONCE = 16;
    private static final int LOOK_AT = 8;
    private static final int MOST_BYTES_OF_KEYS = 1_000_000;

    private final ResourceRetriever keys =
            new DefaultResourceRetriever(SsoProvider.TIMEOUT_MILLIS, SsoProvider.TIMEOUT_MILLIS, MOST_BYTES_OF_KEYS);

    /** The document's issuer is compared with the one that was asked for. */
    @Timeout(TIMEOUT_MILLIS)
    @Bulkhead(MOST_AT_ONCE)
    @CircuitBreaker(
            requestVolumeThreshold = LOOK_AT,
            failOn = {IOException.class, TimeoutException.class})
    public OIDCProviderMetadata metadata(Issuer issuer) throws GeneralException, IOException {
        return OIDCProviderMetadata.resolve(issuer, SsoProvider.TIMEOUT_MILLIS, SsoProvider.TIMEOUT_MILLIS);
    }

    /** The public keys that it signs by. */
    @Timeout(TIMEOUT_MILLIS)
    @Bulkhead(MOST_AT_ONCE)
    @CircuitBreaker(
            requestVolumeThreshold = LOOK_AT,
            failOn = {IOException.class, TimeoutException.class})
    public Resource keys(URL address) throws IOException {
        return keys.retrieveResource(address);
    }

    /** An answer that is no answer of the protocol means that something in between has answered. */
    @Timeout(TIMEOUT_MILLIS)
    @Bulkhead(MOST_AT_ONCE)
    @CircuitBreaker(
            requestVolumeThreshold = LOOK_AT,
            failOn = {IOException.class, TimeoutException.class})
    public HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(SsoProvider.TIMEOUT_MILLIS);
        request.setReadTimeout(SsoProvider.TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        HTTPResponse response = request.send();
        if (response.getStatusCode() >= 500) {
            throw new IOException("status " + response.getStatusCode());
        }
        return response;
    }
}
