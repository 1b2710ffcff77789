package org.collab.ot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * A document that no edit can damage. Immutable: {@link #apply} gives the next version and leaves this
 * one as it is, so a reader may keep any version while edits go on.
 *
 * <p>Invariants: inserts only; ends with a newline; at most {@link Limits#length} units; no U+0000, no
 * half surrogate pair; no null attributes. An edit that would break one of them, that reaches beyond the
 * document, or that begins or ends within a surrogate pair is refused whole.
 */
public final class RichText {

    private static final RichText EMPTY =
            new RichText(Delta.builder().insert("\n").build(), EmbedHandlers.NONE);

    private final Delta contents;
    private final EmbedHandlers embeds;

    private RichText(Delta contents, EmbedHandlers embeds) {
        this.contents = contents;
        this.embeds = embeds;
    }

    /** The document that every document starts as: one newline. */
    public static RichText empty() {
        return EMPTY;
    }

    /** A document with these contents, which must hold the invariants. */
    public static RichText of(Delta contents) {
        return of(contents, EmbedHandlers.NONE);
    }

    /** A document whose embeds of the given types can be changed in place. */
    public static RichText of(Delta contents, EmbedHandlers embeds) {
        if (!contents.isDocument()) {
            throw new InvalidDeltaException(Code.NOT_A_DOCUMENT, "a document must consist of inserts only");
        }
        EditCheck.requireCleanText(contents);
        EditCheck.requireDocument(contents, Limits.PROTOCOL.length());
        return new RichText(contents, embeds);
    }

    /**
     * This document after the edit.
     *
     * @throws InvalidDeltaException where the edit does not fit
     */
    public RichText apply(Delta edit) {
        EditCheck.requireFits(edit, contents);
        Delta result = contents.compose(edit, embeds);
        EditCheck.requireDocument(result, Limits.PROTOCOL.length());
        return new RichText(result, embeds);
    }

    /** UTF-16 units, embeds counting one. */
    public int length() {
        return contents.length();
    }

    /** The contents in canonical form: adjacent text with equal attributes is one insert. */
    public Delta toDelta() {
        return contents;
    }

    /**
     * The first 16 hexadecimal digits of SHA-256 over the contents' canonical JSON in UTF-8; equal on
     * every replica that holds the same document.
     */
    public String hash() {
        byte[] json = DeltaJson.write(toDelta()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(json), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof RichText other && contents.equals(other.contents));
    }

    @Override
    public int hashCode() {
        return contents.hashCode();
    }

    @Override
    public String toString() {
        return contents.toString();
    }
}
