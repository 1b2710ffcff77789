import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cssVariable } from '../../../components/ui/cssVariable';
import type { QuillEditor } from '../quillEditor';
import { useLater } from '../useLater';
import classes from './OutlineList.module.css';
import { headingsOf, type Heading } from './headings';

const read = (editor: QuillEditor) => headingsOf(editor.quill);

/** Below the header and the toolbar. */
const TOP_PX = 140;

/** The headings of the text; a click goes to one, and the one that is being read is marked. */
export function OutlineList({ editor }: { editor: QuillEditor }) {
  const { t } = useTranslation();
  const headings = useLater(editor, read);
  const current = useCurrent(headings);
  const highest = Math.min(...headings.map(({ level }) => level));
  if (headings.length === 0) return <p className={classes.empty}>{t('panels.noHeadings')}</p>;
  return (
    <nav aria-label={t('panels.outline')}>
      <ul className={classes.list}>
        {headings.map(({ level, text, node }, index) => (
          <li key={index}>
            <button
              type="button"
              className={classes.heading}
              style={cssVariable('--depth', String(level - highest))}
              {...(current === index && { 'aria-current': 'true' })}
              onClick={() => {
                editor.goTo(node);
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Number of the last heading that is above the middle of the window, read once a frame while it scrolls. */
function useCurrent(headings: readonly Heading[]): number {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const below = headings.findIndex(({ node }) => node.getBoundingClientRect().top > TOP_PX);
      setCurrent(Math.max(0, below === -1 ? headings.length - 1 : below - 1));
    };
    const lookSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    lookSoon();
    window.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', lookSoon);
    };
  }, [headings]);
  return current;
}
