package org.collab.ot;

import java.util.ArrayList;
import java.util.List;

/**
 * The operations once more, slow and obvious: every op is taken apart into ops of one unit. The oracle
 * for whatever the engine does to be fast.
 */
final class Reference {

    private static final Op KEEP = new Op.Retain(1, Attributes.EMPTY);

    private Reference() {}

    static Delta compose(Delta first, Delta next) {
        List<Op> a = units(first);
        List<Op> b = units(next);
        List<Op> result = new ArrayList<>();
        for (int i = 0, j = 0; i < a.size() || j < b.size(); ) {
            if (j < b.size() && b.get(j).isInsert()) {
                result.add(b.get(j++));
            } else if (i < a.size() && a.get(i) instanceof Op.Delete) {
                result.add(a.get(i++));
            } else {
                composeUnit(orKeep(a, i++), orKeep(b, j++), result);
            }
        }
        return Delta.of(result).chop();
    }

    private static void composeUnit(Op first, Op next, List<Op> result) {
        if (!(next instanceof Op.Delete)) {
            result.add(with(first, first.attributes().compose(next.attributes(), !first.isInsert())));
        } else if (!first.isInsert()) {
            result.add(next);
        }
    }

    static Delta transform(Delta done, Delta other, Priority priority) {
        List<Op> a = units(done);
        List<Op> b = units(other);
        List<Op> result = new ArrayList<>();
        for (int i = 0, j = 0; i < a.size() || j < b.size(); ) {
            boolean doneInserts = i < a.size() && a.get(i).isInsert();
            boolean otherInserts = j < b.size() && b.get(j).isInsert();
            if (doneInserts && (priority == Priority.THIS_FIRST || !otherInserts)) {
                i++;
                result.add(KEEP);
            } else if (otherInserts) {
                result.add(b.get(j++));
            } else {
                transformUnit(orKeep(a, i++), orKeep(b, j++), priority, result);
            }
        }
        return Delta.of(result).chop();
    }

    private static void transformUnit(Op done, Op other, Priority priority, List<Op> result) {
        if (done instanceof Op.Delete) {
            return;
        }
        boolean deletes = other instanceof Op.Delete;
        result.add(deletes ? other : with(other, done.attributes().transform(other.attributes(), priority)));
    }

    private static Op orKeep(List<Op> units, int index) {
        return index < units.size() ? units.get(index) : KEEP;
    }

    private static Op with(Op unit, Attributes attributes) {
        if (unit instanceof Op.Insert insert) {
            return new Op.Insert(insert.text(), attributes);
        }
        if (unit instanceof Op.Embed embed) {
            return new Op.Embed(embed.type(), embed.value(), attributes);
        }
        return new Op.Retain(1, attributes);
    }

    private static List<Op> units(Delta delta) {
        List<Op> result = new ArrayList<>();
        for (Op op : delta.ops()) {
            for (int i = 0; i < op.length(); i++) {
                result.add(unit(op, i));
            }
        }
        return result;
    }

    private static Op unit(Op op, int index) {
        if (op instanceof Op.Insert insert) {
            return new Op.Insert(insert.text().substring(index, index + 1), op.attributes());
        }
        if (op instanceof Op.Embed) {
            return op;
        }
        return op instanceof Op.Delete ? new Op.Delete(1) : new Op.Retain(1, op.attributes());
    }
}
