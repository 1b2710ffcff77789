package org.collab.simulation;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;

/** Edits of all kinds, near each other so that they meet: surrogate pairs, newlines, embeds, equal edits of many. */
final class Typist {
    private static final List<String> TEXTS = List.of("a", "b", "\n", "😀", "x\ny", "日本", "👩‍👩‍👧");
    private static final List<Attributes> FORMATS = List.of(
            Attributes.of(Map.of("bold", true)),
            Attributes.of(Map.of("color", "red")),
            Attributes.of(Map.of("header", 1L)),
            Attributes.of(java.util.Collections.singletonMap("bold", null)),
            Attributes.of(java.util.Collections.singletonMap("color", null)));
    static final String FORBIDDEN_KEY = "onclick";
    private static final Attributes FORBIDDEN = Attributes.of(Map.of(FORBIDDEN_KEY, "x"));
    private static final int LONG_ENOUGH = 30;

    private final Dice dice;
    private final Ledger ledger;
    private final double badEdits;

    Typist(Dice dice, Ledger ledger, double badEdits) {
        this.dice = dice;
        this.ledger = ledger;
        this.badEdits = badEdits;
    }

    /** An edit to a document that its user sees. */
    Draft edit(Delta document) {
        String text = textOf(document);
        if (dice.chance(badEdits)) {
            return dice.oneIn(3) ? replaceLastNewline(text) : forbidden(text);
        }
        if (dice.oneIn(5)) {
            return popular(text);
        }
        return switch (dice.below(text.length() > LONG_ENOUGH ? 9 : 7)) {
            case 0, 1, 2, 3 -> insert(text);
            case 4 -> format(text);
            case 5 -> embed(text);
            case 6 -> replace(text);
            default -> delete(text);
        };
    }

    /** What many do alike, so that equal deltas meet. */
    private Draft popular(String text) {
        if (text.length() < 2 || dice.oneIn(3)) {
            return new Draft(Delta.builder().insert("a").build(), plain());
        }
        int end = boundary(text, 1);
        if (dice.oneIn(3)) {
            return new Draft(Delta.builder().retain(end, FORMATS.get(0)).build(), plain());
        }
        return deleted(text, 0, end, Delta.builder());
    }

    private Draft insert(String text) {
        int marker = ledger.newMarker();
        String around = dice.oneIn(3) ? dice.pick(TEXTS) : "";
        DeltaBuilder delta = upTo(place(text));
        delta.insert(around + Character.toString(marker), dice.oneIn(4) ? dice.pick(FORMATS) : Attributes.EMPTY);
        return new Draft(delta.build(), ledger.add(OptionalInt.of(marker), List.of()));
    }

    private Draft embed(String text) {
        return new Draft(upTo(place(text)).embed("divider", true).build(), plain());
    }

    private Draft format(String text) {
        int from = place(text);
        int to = end(text, from);
        if (from == to) {
            return insert(text);
        }
        return new Draft(upTo(from).retain(to - from, dice.pick(FORMATS)).build(), plain());
    }

    private Draft delete(String text) {
        int from = place(text);
        int to = end(text, from);
        return from == to ? insert(text) : deleted(text, from, to, upTo(from));
    }

    private Draft replace(String text) {
        int from = place(text);
        int to = end(text, from);
        int marker = ledger.newMarker();
        DeltaBuilder delta = upTo(from).insert(Character.toString(marker));
        if (to > from) {
            delta.delete(to - from);
        }
        List<Integer> gone = Ledger.markersIn(text.substring(from, to));
        return new Draft(delta.build(), ledger.add(OptionalInt.of(marker), gone));
    }

    private Draft deleted(String text, int from, int to, DeltaBuilder delta) {
        List<Integer> gone = Ledger.markersIn(text.substring(from, to));
        return new Draft(delta.delete(to - from).build(), ledger.add(OptionalInt.empty(), gone));
    }

    /** Two that do this at the same time leave no last newline: one of them has to be refused. */
    private Draft replaceLastNewline(String text) {
        int end = text.length();
        if (end > 1 && text.charAt(end - 2) == '\n') {
            return deleted(text, end - 1, end, upTo(end - 1));
        }
        return new Draft(upTo(end - 1).insert("\n").delete(1).build(), plain());
    }

    private Draft forbidden(String text) {
        int from = place(text);
        return new Draft(
                upTo(from).retain(text.length() - from, FORBIDDEN).build(), ledger.add(OptionalInt.empty(), List.of()));
    }

    private Edit plain() {
        return ledger.add(OptionalInt.empty(), List.of());
    }

    private static DeltaBuilder upTo(int place) {
        DeltaBuilder delta = Delta.builder();
        return place == 0 ? delta : delta.retain(place);
    }

    /** A place before the last newline, often at the start or the end. */
    private int place(String text) {
        return switch (dice.below(4)) {
            case 0 -> 0;
            case 1 -> text.length() - 1;
            default -> boundary(text, dice.below(text.length()));
        };
    }

    private int end(String text, int from) {
        return boundary(text, Math.min(text.length() - 1, from + 1 + dice.below(5)));
    }

    /** This place, or the one behind it where it would split a pair. */
    private static int boundary(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
    }

    /** The document as text, embeds as U+FFFC. */
    static String textOf(Delta document) {
        StringBuilder text = new StringBuilder();
        for (Op op : document.ops()) {
            text.append(op instanceof Op.Insert insert ? insert.text() : "\ufffc");
        }
        return text.toString();
    }
}
