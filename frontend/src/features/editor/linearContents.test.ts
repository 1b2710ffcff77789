import Quill from 'quill/core.js';
import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { randomEdit, seeded } from '../../testing/randomEdits';
import { registerFormats } from './formats/quillFormats';
import { linearContents } from './linearContents';

registerFormats();

const SEED = Math.floor(Math.random() * 2 ** 31);

it(`the_whole_text_reads_as_it_does_without_the_short_cut, seed ${String(SEED)}`, () => {
  const random = seeded(SEED);
  const quill = new Quill(document.createElement('div'), { modules: { toolbar: false } });
  for (let edit = 0; edit < 200; edit += 1) {
    quill.updateContents(randomEdit(new Delta(quill.getContents().ops), random), 'api');
    if (edit % 10 === 0) quill.formatLine(0, 3, 'list', 'bullet', 'api');
    const slow = quill.editor.getDelta();
    const stop = linearContents(quill);
    expect(quill.editor.getDelta()).toEqual(slow);
    stop();
  }
});
