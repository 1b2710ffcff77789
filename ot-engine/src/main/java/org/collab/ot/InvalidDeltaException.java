package org.collab.ot;

/**
 * A delta that is malformed, or that does not fit the document it was meant for. Nothing was changed.
 *
 * <p>The message names the op's index where there is one, the value found and what was expected:
 * {@code "op 3: delete must be a positive integer, was 0"}. It may be shown to the delta's author.
 */
public final class InvalidDeltaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, in a form that programs can tell apart. */
    public enum Code {
        /** The text is no JSON, or JSON that is forbidden here: duplicate keys, numbers out of range. */
        MALFORMED_JSON("malformedJson"),
        /** JSON that is no list of ops: wrong keys, wrong types, lengths that are not positive integers. */
        MALFORMED_OP("malformedOp"),
        /** More ops than allowed. */
        TOO_MANY_OPS("tooManyOps"),
        /** Objects and arrays nested deeper than allowed. */
        TOO_DEEP("tooDeep"),
        /** Longer than a delta or a document may be. */
        TOO_LONG("tooLong"),
        /** The delta retains or deletes more than the document holds. */
        OUT_OF_RANGE("outOfRange"),
        /** An op begins or ends between the two halves of a surrogate pair. */
        SPLIT_SURROGATE("splitSurrogate"),
        /** Text with half a surrogate pair or U+0000, which PostgreSQL and browsers cannot hold. */
        FORBIDDEN_CHARACTER("forbiddenCharacter"),
        /** A key that browsers take for something else than a key. */
        FORBIDDEN_KEY("forbiddenKey"),
        /** The result would not end with a newline, or a document was expected and an edit was given. */
        NOT_A_DOCUMENT("notADocument"),
        /** A change of an embed that is of another type, is no embed, or has no registered handler. */
        EMBED_MISMATCH("embedMismatch");

        private final String wireName;

        Code(String wireName) {
            this.wireName = wireName;
        }

        /** The stable name for protocols and logs, in camel case. */
        public String wireName() {
            return wireName;
        }
    }

    private final Code code;

    public InvalidDeltaException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
