package org.collab.history.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Op;
import org.jspecify.annotations.Nullable;

/** The slow, obvious way: a cell for every character that ever was, which knows who put it in and who took it out. */
final class CellOracle {
    final List<Cell> cells = new ArrayList<>();

    static final class Cell {
        final char character;
        final @Nullable UUID writtenBy;
        final Instant writtenAt;

        @Nullable UUID removedBy;

        Cell(char character, @Nullable UUID writtenBy, Instant writtenAt) {
            this.character = character;
            this.writtenBy = writtenBy;
            this.writtenAt = writtenAt;
        }
    }

    CellOracle(String text) {
        text.chars().forEach(c -> cells.add(new Cell((char) c, null, Instant.EPOCH)));
    }

    void add(CommittedChange change) {
        int at = 0;
        for (Op op : change.delta().ops()) {
            if (op instanceof Op.Insert insert) {
                for (char c : insert.text().toCharArray()) {
                    cells.add(at++, new Cell(c, change.userId(), change.at()));
                }
            } else {
                for (int left = op.length(); left > 0; at++) {
                    if (cells.get(at).removedBy == null) {
                        cells.get(at).removedBy = op instanceof Op.Delete ? change.userId() : null;
                        left--;
                    }
                }
            }
            while (at < cells.size() && cells.get(at).removedBy != null) {
                at++; // an insert may go before or behind what is gone; what is gone has no place of its own
            }
        }
    }

    /** The characters that somebody has taken out. */
    List<Character> removedBy(UUID who) {
        return cells.stream()
                .filter(cell -> who.equals(cell.removedBy))
                .map(cell -> cell.character)
                .toList();
    }

    /** The characters of somebody's that stand. */
    List<Character> standingBy(UUID who) {
        return standing().stream()
                .filter(cell -> who.equals(cell.writtenBy))
                .map(cell -> cell.character)
                .toList();
    }

    List<Cell> standing() {
        return cells.stream().filter(cell -> cell.removedBy == null).toList();
    }
}
