package org.collab.identity.entity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An e-mail address in the one spelling in which it is stored and looked for: trimmed, compatible characters made equal
 * (NFKC), in lower case, the domain in its ASCII form.
 */
public record EmailAddress(String value) {
    public EmailAddress {
        value = normalised(value);
    }

    /** What stands behind the last @; empty where there is none. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static String normalised(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        return at < 0 ? lower : lower.substring(0, at + 1) + ascii(lower.substring(at + 1));
    }

    /** What is no domain stays as it is: it is nobody's address. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
