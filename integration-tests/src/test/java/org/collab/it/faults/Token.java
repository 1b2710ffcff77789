package org.collab.it.faults;

import java.util.List;
import java.util.regex.Pattern;
import org.collab.ot.Delta;
import org.collab.ot.Op;

/**
 * What an editor types at once: ten characters that nobody types a second time. Editors insert and delete whole tokens
 * only, so a document is a row of them, and one that is lost, doubled or broken shows.
 */
record Token(String text) {
    static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("[0-9]{2}\\.[0-9]{6} ");

    Token {
        if (!FORM.matcher(text).matches()) {
            throw new AssertionError("a broken token: \"" + text + '"');
        }
    }

    /** The editor's n-th token. */
    static Token of(int editor, int number) {
        return new Token("%02d.%06d ".formatted(editor, number));
    }

    /** The tokens of a whole document. */
    static List<Token> in(Delta contents) {
        String text = insertedText(contents);
        return split(text.substring(0, text.length() - 1));
    }

    /** The tokens that a change inserts. */
    static List<Token> insertedBy(Delta change) {
        return split(insertedText(change));
    }

    private static List<Token> split(String text) {
        return text.isEmpty()
                ? List.of()
                : Pattern.compile("(?<= )").splitAsStream(text).map(Token::new).toList();
    }

    private static String insertedText(Delta delta) {
        StringBuilder text = new StringBuilder();
        for (Op op : delta.ops()) {
            if (op instanceof Op.Insert insert) {
                text.append(insert.text());
            }
        }
        return text.toString();
    }
}
