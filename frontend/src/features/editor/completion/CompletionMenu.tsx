import { useEffect, useId, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandIcon } from '../commands/CommandIcon';
import type { QuillEditor } from '../quillEditor';
import { Completion, type CompletionSource, type Offer } from './completion';
import classes from './CompletionMenu.module.css';

interface CompletionMenuProps {
  readonly editor: QuillEditor;
  /** Stays the same from one rendering to the next. */
  readonly sources: readonly CompletionSource[];
}

/** The list under the caret. The text keeps the focus, and says which entry is chosen. */
export function CompletionMenu({ editor, sources }: CompletionMenuProps) {
  const completion = useMemo(() => new Completion(editor.quill, sources), [editor, sources]);
  useEffect(
    () => () => {
      completion.destroy();
    },
    [completion],
  );
  const offer = useSyncExternalStore(completion.subscribe, () => completion.offer);
  if (offer === undefined) return null;
  return <Offered editor={editor} completion={completion} offer={offer} />;
}

interface OfferedProps {
  readonly editor: QuillEditor;
  readonly completion: Completion;
  readonly offer: Offer;
}

function Offered({ editor, completion, offer }: OfferedProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const { root } = editor.quill;

  useLayoutEffect(() => {
    root.setAttribute('aria-controls', id);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [root, id]);

  useLayoutEffect(() => {
    root.setAttribute('aria-activedescendant', `${id}-${String(offer.selected)}`);
    list.current?.children[offer.selected]?.scrollIntoView({ block: 'nearest' });
  }, [root, id, offer]);

  useLayoutEffect(() => {
    const box = editor.boxes({ index: offer.typed.index, length: 0 })[0];
    if (list.current === null || box === undefined) return;
    const { style, offsetHeight, offsetWidth } = list.current;
    const origin = editor.quill.container.getBoundingClientRect();
    const bottom = window.visualViewport?.height ?? window.innerHeight;
    const isBelow = origin.top + box.top + box.height + offsetHeight + 12 < bottom;
    const left = Math.min(box.left, origin.width - offsetWidth - 8);
    style.left = `${String(Math.max(8, left))}px`;
    style.top = `${String(isBelow ? box.top + box.height + 6 : box.top - offsetHeight - 6)}px`;
  }, [editor, offer]);

  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={t(offer.source.labelKey)}
      // It scrolls, so the keyboard can get to it, too.
      tabIndex={0}
      className={classes.list}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {offer.items.map((item, index) => (
        <li
          key={item.id}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === offer.selected}
          className={classes.item}
          onPointerMove={() => {
            if (index !== offer.selected) completion.select(index);
          }}
          onClick={() => {
            completion.choose(item);
          }}
        >
          <span
            className={classes.mark}
            {...(item.color !== undefined && { style: { background: item.color, color: '#fff' } })}
          >
            {item.icon === undefined ? item.glyph : <CommandIcon name={item.icon} size={17} />}
          </span>
          <span className={classes.label}>{item.label}</span>
          {item.detail !== undefined && <span className={classes.detail}>{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
