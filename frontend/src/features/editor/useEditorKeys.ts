import { useEffect } from 'react';
import type { CommandContext } from './commands/command';
import { COMMANDS } from './commands/commands';
import { matches } from './commands/shortcuts';
import { focusTools, nextRegion } from './regions';

/**
 * Keys of the whole page. A command's shortcut works in the text, and outside of fields where it does not
 * change the text; F6 goes around the regions, Alt+F10 to what stands beside the caret, and "?" outside of
 * fields shows all keys.
 */
export function useEditorKeys(context: CommandContext | undefined, editable: boolean): void {
  useEffect(() => {
    if (context === undefined) return;
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [role=dialog][aria-modal=true]') !== null) return;
      if (event.key === 'F6' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        nextRegion(event.shiftKey)?.focus();
      } else if (event.key === 'F10' && event.altKey) {
        if (!focusTools()) return;
      } else if (event.key === '?' && !isField(event.target)) {
        context.ui.open('shortcuts');
      } else if (!runShortcut(context, editable, event)) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    // Before Quill, whose own keys are fewer.
    document.addEventListener('keydown', pressed, { capture: true });
    return () => {
      document.removeEventListener('keydown', pressed, { capture: true });
    };
  }, [context, editable]);
}

function runShortcut(context: CommandContext, editable: boolean, event: KeyboardEvent): boolean {
  const { root } = context.editor.quill;
  const isText = event.target instanceof Node && root.contains(event.target);
  if (!isText && isField(event.target)) return false;
  const command = COMMANDS.find(
    (each) =>
      each.shortcut !== undefined &&
      (each.readOnly === true || (editable && isText)) &&
      matches(each.shortcut, event) &&
      (each.applies?.(context) ?? true),
  );
  command?.run(context);
  return command !== undefined;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
