import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuillEditor } from '../quillEditor';
import classes from './ImageLayer.module.css';
import { resized, showWidth, type SelectedImage } from './selectedImage';

interface ImageToolsProps {
  readonly editor: QuillEditor;
  readonly image: SelectedImage;
}

const SIZES = [
  ['small', 240],
  ['medium', 480],
  ['large', 720],
] as const;

/** A frame around the picture that is selected, with a corner to pull and buttons. */
export function ImageTools({ editor, image }: ImageToolsProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [alt, setAlt] = useState<string>();
  const pulled = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const { quill } = editor;

  useLayoutEffect(() => {
    const place = (): void => {
      const origin = quill.container.getBoundingClientRect();
      const box = image.node.getBoundingClientRect();
      if (frame.current === null) return;
      const { style } = frame.current;
      style.left = `${String(box.left - origin.left)}px`;
      style.top = `${String(box.top - origin.top)}px`;
      style.width = `${String(box.width)}px`;
      style.height = `${String(box.height)}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(image.node);
    observer.observe(quill.root);
    quill.on('text-change', place);
    return () => {
      observer.disconnect();
      quill.off('text-change', place);
    };
  }, [quill, image]);

  const back = (): void => {
    quill.focus();
    quill.setSelection(image.index, 1, 'user');
  };
  const pull = (event: PointerEvent): void => {
    if (pulled.current === undefined) return;
    showWidth(image, pulled.current.width + event.clientX - pulled.current.x);
  };
  const letGo = (): void => {
    if (pulled.current === undefined) return;
    pulled.current = undefined;
    const { width } = image.node.getBoundingClientRect();
    showWidth(image, undefined);
    resized(quill, image, width);
    back();
  };

  return (
    <div
      ref={frame}
      className={classes.frame}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          setAlt(undefined);
          back();
        }
      }}
    >
      <span
        className={classes.corner}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          pulled.current = { x: event.clientX, width: image.node.getBoundingClientRect().width };
        }}
        onPointerMove={pull}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      />
      <div
        data-caret-tools
        role="toolbar"
        aria-label={t('image.tools')}
        className={classes.bar}
        onMouseDown={(event) => {
          if (event.target instanceof Element && event.target.closest('button')) {
            event.preventDefault();
          }
        }}
      >
        {SIZES.map(([name, width]) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              resized(quill, image, width);
              back();
            }}
          >
            {t(`image.sizes.${name}`)}
          </button>
        ))}
        <button
          type="button"
          aria-expanded={alt !== undefined}
          onClick={() => {
            setAlt(alt === undefined ? image.node.alt : undefined);
          }}
        >
          {t('image.alt')}
        </button>
        <button
          type="button"
          data-danger
          onClick={() => {
            quill.deleteText(image.index, 1, 'user');
            quill.focus();
            quill.setSelection(image.index, 0, 'user');
          }}
        >
          {t('image.remove')}
        </button>
      </div>
      {alt !== undefined && (
        <form
          className={classes.alt}
          onSubmit={(event) => {
            event.preventDefault();
            quill.formatText(image.index, 1, 'alt', alt.trim() === '' ? null : alt.trim(), 'user');
            setAlt(undefined);
            back();
          }}
        >
          <label>
            {t('image.altLabel')}
            <input
              autoFocus
              value={alt}
              maxLength={500}
              onChange={(event) => {
                setAlt(event.currentTarget.value);
              }}
            />
          </label>
          <button type="submit">{t('image.altSave')}</button>
        </form>
      )}
    </div>
  );
}
