import Quill from 'quill/core.js';
import type { Extension } from '../extensions';
import { TASKS } from './listItem';

/** A click on a task's box, or Space on it, checks the task or opens it again, for those who may write. */
export const taskBoxes: Extension = (quill) => {
  const { root } = quill;
  const isBox = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement && target.matches('.ql-ui[role=checkbox]');
  const hold = (event: Event): void => {
    // The caret stays where it is.
    if (isBox(event.target)) event.preventDefault();
  };
  const clicked = (event: Event): void => {
    if (isBox(event.target)) toggle(quill, event.target);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (!isBox(event.target) || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(quill, event.target);
  };
  root.addEventListener('mousedown', hold);
  root.addEventListener('click', clicked);
  root.addEventListener('keydown', pressed, { capture: true });
  return () => {
    root.removeEventListener('mousedown', hold);
    root.removeEventListener('click', clicked);
    root.removeEventListener('keydown', pressed, { capture: true });
  };
};

function toggle(quill: Quill, box: HTMLElement): void {
  const line = box.parentElement === null ? null : Quill.find(box.parentElement);
  if (!quill.isEnabled() || line === null || line instanceof Quill) return;
  toggleTask(quill, quill.getIndex(line));
}

/** Checks the task at the position, or opens it again; false where there is none. */
export function toggleTask(quill: Quill, index: number): boolean {
  const list: unknown = quill.getFormat(index)['list'];
  if (typeof list !== 'string' || !TASKS.includes(list)) return false;
  quill.formatLine(index, 1, 'list', list === 'checked' ? 'unchecked' : 'checked', 'user');
  return true;
}
