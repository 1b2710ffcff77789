package org.collab.web.page;

/**
 * What a page may load and run: scripts and styles of our own files alone. Style attributes are let through, because
 * what is pasted into the editor carries them; they can run nothing.
 */
final class ContentSecurityPolicy {
    static final String HEADER = "Content-Security-Policy";

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'%s; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private ContentSecurityPolicy() {}

    /** For everything that holds no style elements. */
    static String plain() {
        return POLICY.formatted("");
    }

    /** For a page whose style elements carry the nonce, in base64. */
    static String withStyles(String nonce) {
        return POLICY.formatted(" 'nonce-" + nonce + "'");
    }
}
