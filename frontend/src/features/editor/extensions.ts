import type Quill from 'quill/core.js';
import { caretStays } from './caretStays';
import { codeHighlight } from './code/codeHighlight';
import { taskBoxes } from './formats/taskBoxes';
import { linearContents } from './linearContents';
import { longDocuments } from './longDocuments';
import { markdownShortcuts } from './markdown/markdownShortcuts';
import { attachTables } from './table/tableExtension';

/** Behaviour added to an editor while it lives; gives back how to take it away again. */
export type Extension = (quill: Quill) => () => void;

/** All of them, in the order in which they see events. */
export const EXTENSIONS: readonly Extension[] = [
  linearContents,
  longDocuments,
  attachTables,
  caretStays,
  taskBoxes,
  markdownShortcuts,
  codeHighlight,
];
