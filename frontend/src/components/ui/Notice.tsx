import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import classes from './Notice.module.css';

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}

/** Fills the place of content that is not there: says why, and what to do. */
export function Notice({ icon, title, text, level = 2, children }: NoticeProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={classes.notice}>
      <span className={classes.icon}>
        <Icon name={icon} size={26} />
      </span>
      <Heading className={classes.title}>{title}</Heading>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
