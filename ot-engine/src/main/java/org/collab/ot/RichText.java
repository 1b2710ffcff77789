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
 * half surrogate pair; no null attributes; at most {@value Weight#MAX} characters of attributes and embeds,
 * unless it was loaded with more. An edit that would break one of them, that reaches beyond the
 * document, or that begins or ends within a surrogate pair is refused whole.
 *
 * <p>The runs of the document, stretches of text with equal attributes and embeds, are the leaves' contents
 * of a balanced tree whose nodes are shared between versions: a version costs the few nodes on the way to
 * what was edited. Of equal attributes nearby there is one object.
 */
public final class RichText {

    private static final int MAX_LENGTH = Limits.PROTOCOL.length();

    private static final RichText EMPTY = of(Delta.builder().insert("\n").build());

    private final RunNode root;
    private final EmbedHandlers embeds;
    private final WeightBound weight;

    private RichText(RunNode root, EmbedHandlers embeds, WeightBound weight) {
        this.root = root;
        this.embeds = embeds;
        this.weight = weight;
    }

    /** The document that every document starts as: one newline. */
    public static RichText empty() {
        return EMPTY;
    }

    /** That document, with embeds of the given types that can be changed in place. */
    public static RichText empty(EmbedHandlers embeds) {
        return new RichText(EMPTY.root, embeds, EMPTY.weight);
    }

    /** A document with these contents, which must hold the invariants. */
    public static RichText of(Delta contents) {
        return of(contents, EmbedHandlers.NONE);
    }

    /**
     * A document whose embeds of the given types can be changed in place. It may be heavier than an edit may
     * make it: what was built once stays readable.
     */
    public static RichText of(Delta contents, EmbedHandlers embeds) {
        if (!contents.isDocument()) {
            throw new InvalidDeltaException(Code.NOT_A_DOCUMENT, "a document must consist of inserts only");
        }
        RunNode root = new RichText(RunLeaf.EMPTY, embeds, new WeightBound(0, 0)).edited(contents);
        return new RichText(root, embeds, WeightBound.exact(root));
    }

    /**
     * This document after the edit. Costs O(ops · log runs), plus the runs whose formats change.
     *
     * @throws InvalidDeltaException where the edit does not fit
     */
    public RichText apply(Delta edit) {
        RunNode next = edited(edit);
        WeightBound bound = weight.after(edit);
        return new RichText(next, embeds, bound.sum() <= Weight.MAX ? bound : weighed(next));
    }

    private RunNode edited(Delta edit) {
        requireRange(edit);
        CleanText.require(edit);
        RunNode next = TreeEdit.apply(root, edit, embeds);
        if (!next.endsWithNewline()) {
            throw new InvalidDeltaException(Code.NOT_A_DOCUMENT, "a document must end with a newline");
        }
        return next;
    }

    /** The next version's weight; a document that is too heavy already may still become lighter. */
    private WeightBound weighed(RunNode next) {
        WeightBound exact = WeightBound.exact(next);
        if (exact.sum() > Weight.MAX && exact.sum() > WeightBound.exact(root).sum()) {
            throw new InvalidDeltaException(
                    Code.TOO_LONG,
                    "a document's attributes and embeds may take at most " + Weight.MAX + " characters, were "
                            + exact.sum());
        }
        return exact;
    }

    private void requireRange(Delta edit) {
        if (edit.baseLength() > length()) {
            throw new InvalidDeltaException(
                    Code.OUT_OF_RANGE,
                    "the edit reaches over " + edit.baseLength() + " units of a document of " + length());
        }
        long result = (long) length() + edit.changeLength();
        if (result > MAX_LENGTH) {
            throw new InvalidDeltaException(
                    Code.TOO_LONG, "a document may have at most " + MAX_LENGTH + " units, was " + result);
        }
    }

    RunNode root() {
        return root;
    }

    /** UTF-16 units, embeds counting one. */
    public int length() {
        return root.length();
    }

    /** The contents in canonical form: adjacent text with equal attributes is one insert. */
    public Delta toDelta() {
        return RunReader.read(root, 0, length());
    }

    /** The contents from {@code from} to before {@code to}, as far as they go. */
    public Delta slice(int from, int to) {
        return RunReader.read(root, from, Math.min(to, length()));
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
        return this == object || (object instanceof RichText other && toDelta().equals(other.toDelta()));
    }

    @Override
    public int hashCode() {
        return toDelta().hashCode();
    }

    @Override
    public String toString() {
        return toDelta().toString();
    }
}
