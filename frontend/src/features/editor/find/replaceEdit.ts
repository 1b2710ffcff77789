import Delta, { Op } from 'quill-delta';
import type { Range } from '../../../lib/sync/messages';
import {
  TABLE,
  cellKey,
  fromOps,
  textOf,
  toOps,
  type TableContent,
} from '../../../lib/ot/table/tableContent';
import { isSameText, startOf, type Match } from './matches';

/** One edit that replaces all matches, in order; each replacement has the formats its place began with. */
export function replaceEdit(contents: Delta, matches: readonly Match[], text: string): Delta {
  const edit = new Delta();
  const opAt = reader(contents);
  let at = 0;
  for (const match of matches) {
    const { index, length, cell } = match;
    const op = opAt(index);
    if (cell === undefined) {
      edit
        .retain(index - at)
        .insert(text, op.attributes)
        .delete(length);
      at = index + length;
    } else if (index >= at && typeof op.insert === 'object') {
      const table = op.insert[TABLE] as TableContent;
      const within = matches.filter((each) => each.index === index);
      edit.retain(index - at).retain({ [TABLE]: tableEdit(table, within, text) });
      at = index + 1;
    }
  }
  return edit;
}

/** The change of all cells of one table. */
function tableEdit(table: TableContent, matches: readonly Match[], text: string): TableContent {
  const firsts = matches.filter(
    (match, at) => at === 0 || !isSameText(match, matches[at - 1] ?? match),
  );
  return Object.fromEntries(
    firsts.map((first) => {
      const key = cellKey(first.cell?.row ?? '', first.cell?.column ?? '');
      const places: readonly Range[] = matches
        .filter((match) => isSameText(match, first))
        .map((match) => ({ index: startOf(match), length: match.length }));
      const edit = replaceEdit(new Delta(toOps(textOf(table, key))), places, text);
      return [key, fromOps(edit.ops)];
    }),
  );
}

/** Gives the op that holds a position, for positions that only grow. */
function reader({ ops }: Delta): (index: number) => Op {
  let number = 0;
  let end = Op.length(ops[0] ?? {});
  return (index) => {
    while (end <= index && number < ops.length - 1) {
      number += 1;
      end += Op.length(ops[number] ?? {});
    }
    return ops[number] ?? {};
  };
}
