import Delta from 'quill-delta';
import { describe, expect, it } from 'vitest';
import { sharedCases } from '../../../testing/sharedCases';
import { canonicalJson } from '../canonicalJson';
import './registerTable';
import { TABLE, inOrder, textOf, type TableContent } from './tableContent';
import { tableHandler as handler } from './tableHandler';

/** Written by the server's engine, which reads it too. */
interface TableCase {
  readonly table: TableContent;
  readonly a: TableContent;
  readonly b: TableContent;
  readonly next: TableContent;
  readonly afterA: TableContent;
  readonly bAfterA: TableContent;
  readonly aBeforeB: TableContent;
  readonly merged: TableContent;
  readonly aThenNext: TableContent;
  readonly undoA: TableContent;
}

const cases = sharedCases('table-cases.jsonl') as readonly TableCase[];

const apply = (table: TableContent, change: TableContent): TableContent =>
  handler.compose(table, change, false);

/** As the engine writes it, so that the hashes of both agree (E10). */
const canonical = (table: TableContent): string =>
  canonicalJson(new Delta().insert({ [TABLE]: table }));

describe('tables', () => {
  it('all_cases_are_there', () => {
    expect(cases).toHaveLength(400);
  });

  it('every_case_is_as_by_the_engine', () => {
    for (const each of cases) {
      const { table, a, b, next } = each;
      expect(canonical(apply(table, a))).toBe(canonical(each.afterA));
      expect(handler.transform(a, b, true)).toEqual(each.bAfterA);
      expect(handler.transform(b, a, false)).toEqual(each.aBeforeB);
      expect(canonical(apply(each.afterA, each.bAfterA))).toBe(canonical(each.merged));
      expect(handler.compose(a, next, true)).toEqual(each.aThenNext);
      expect(handler.invert(a, table)).toEqual(each.undoA);
    }
  });

  it('laws_hold_in_every_case', () => {
    for (const { table, a, b, next } of cases) {
      const json = (value: TableContent): string => canonical(value);
      const meet = (one: TableContent, other: TableContent): void => {
        const first = apply(apply(table, one), handler.transform(one, other, true));
        const second = apply(apply(table, other), handler.transform(other, one, false));
        expect(json(first)).toBe(json(second));
      };
      meet(a, b);
      meet(b, a);
      const both = handler.compose(a, next, true);
      expect(json(apply(table, both))).toBe(json(apply(apply(table, a), next)));
      for (const change of [a, b, both]) {
        expect(json(apply(apply(table, change), handler.invert(change, table)))).toBe(json(table));
      }
    }
  });

  it('a_delta_changes_a_table_in_place', () => {
    const document = new Delta()
      .insert('a')
      .insert({ [TABLE]: { rows: { r: 'i' }, columns: { c: 'i' } } })
      .insert('\n');
    const typed = new Delta().retain(1).retain({ [TABLE]: { 'r:c': [{ insert: 'hi' }] } });
    const row = new Delta().retain(1).retain({ [TABLE]: { rows: { s: 'c' } } });
    const merged = document.compose(typed).compose(typed.transform(row, true));
    const table = merged.ops[1]?.insert as Record<string, TableContent>;
    expect(inOrder(table[TABLE] ?? {}, 'rows')).toEqual(['s', 'r']);
    expect(textOf(table[TABLE] ?? {}, 'r:c')).toEqual([{ insert: 'hi' }]);
    expect(document.compose(typed).compose(typed.invert(document))).toEqual(document);
  });
});
