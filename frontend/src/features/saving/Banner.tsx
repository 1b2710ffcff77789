import type { ReactNode } from 'react';
import classes from './Banner.module.css';

interface BannerProps {
  readonly tone: 'plain' | 'amber' | 'danger';
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

export function Banner({ tone, title, text, children }: BannerProps) {
  return (
    <section className={classes.banner} data-tone={tone} role="alert">
      <p className={classes.words}>
        <b>{title}</b> {text}
      </p>
      <span className={classes.actions}>{children}</span>
    </section>
  );
}
