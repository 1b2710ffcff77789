package org.collab.identity.entity;

import java.util.Optional;

/**
 * Where somebody signs in from, as the server sees it.
 *
 * @param address of the other end of the connection; at most 64 characters are kept
 * @param userAgent what the browser calls itself; at most 300 characters are kept
 */
public record Client(String address, Optional<String> userAgent) {
    private static final int MAX_ADDRESS = 64;
    private static final int MAX_USER_AGENT = 300;

    public Client {
        address = cut(address, MAX_ADDRESS);
        userAgent = userAgent.map(text -> cut(text, MAX_USER_AGENT));
    }

    /** U+0000 has no place in PostgreSQL's texts. */
    private static String cut(String text, int most) {
        String plain = text.replace("\0", "");
        return plain.length() <= most ? plain : plain.substring(0, most);
    }
}
