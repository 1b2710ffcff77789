import { describe, expect, it } from 'vitest';
import { freshPlaces, placeBetween } from './places';
import { cellKey, inOrder, textOf, type Axis, type TableContent } from './tableContent';
import { inserted, moved, newTable, removed, tableOf } from './tableEdits';
import { tableHandler } from './tableHandler';

const after = (table: TableContent, change: TableContent): TableContent =>
  tableHandler.compose(table, change, false);

const SEED = 20_263;

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe('places', () => {
  it('are_in_order_and_leave_room_between', () => {
    const places = freshPlaces(500);
    expect([...places].sort()).toEqual(places);
    for (const [at, place] of places.entries()) {
      const between = placeBetween(places[at - 1], place);
      expect(between !== undefined && between < place).toBe(true);
    }
  });

  it('stay_short_where_rows_are_added_at_an_end', () => {
    let place = placeBetween(undefined, undefined);
    for (let i = 0; i < 450; i += 1) place = placeBetween(place, undefined);
    expect(place?.length).toBeLessThanOrEqual(4);
  });

  it('there_is_none_between_equal_ones_or_below_nothing', () => {
    expect(placeBetween('i', 'i')).toBeUndefined();
    expect(placeBetween(undefined, '0')).toBeUndefined();
    expect(placeBetween('r', 'i')).toBeUndefined();
  });
});

describe('edits of a table', () => {
  it('rows_and_columns_come_where_they_were_put_however_often', () => {
    console.info(`tableEdits.test: seed ${String(SEED)}`);
    const below = random(SEED);
    for (const axis of ['rows', 'columns'] as const) {
      let table = newTable(2, 2);
      let expected = [...inOrder(table, axis)];
      for (let i = 0; i < 400; i += 1) {
        const id = expected[below(expected.length)] ?? '';
        const index = below(3) === 0 ? 1 : below(expected.length);
        const kind = below(5);
        if (kind === 0 && expected.length > 2) {
          table = after(table, removed(table, axis, id));
          expected = expected.filter((each) => each !== id);
        } else if (kind === 1) {
          table = after(table, moved(table, axis, id, index));
          expected = expected.filter((each) => each !== id);
          expected.splice(index, 0, id);
        } else {
          const { id: fresh, change } = inserted(table, axis, index);
          table = after(table, change);
          expected.splice(index, 0, fresh);
        }
        expect(inOrder(table, axis)).toEqual(expected);
      }
    }
  });

  it('removed_row_takes_its_texts_with_it_and_undo_brings_them_back', () => {
    const table = tableOf([
      [[{ insert: 'a' }], [{ insert: '😀', bold: true }]],
      [[{ insert: 'b' }], []],
    ]);
    const row = inOrder(table, 'rows')[0] ?? '';
    const change = removed(table, 'rows', row);
    const left = after(table, change);
    expect(Object.keys(left).filter((key) => key.startsWith(`${row}:`))).toEqual([]);
    expect(after(left, tableHandler.invert(change, table))).toEqual(table);
  });

  it('table_of_texts_is_as_wide_as_its_longest_row', () => {
    const table = tableOf([[[{ insert: 'a' }]], [[], [], [{ insert: 'c' }]]]);
    const axis = (name: Axis): readonly string[] => inOrder(table, name);
    expect([axis('rows').length, axis('columns').length]).toEqual([2, 3]);
    const last = cellKey(axis('rows')[1] ?? '', axis('columns')[2] ?? '');
    expect(textOf(table, last)).toEqual([{ insert: 'c' }]);
  });
});
