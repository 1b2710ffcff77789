import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Button.module.css';
import { Icon, type IconName } from './icons';

interface Look {
  /** Plain stands beside the one that matters; quiet is for what few want. */
  readonly look?: 'main' | 'plain' | 'quiet';
  readonly size?: 'small' | 'normal';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly busy?: boolean;
}

/** The button of the pages themselves: the design system's own would make them a twentieth heavier. */
export function Button({
  look = 'main',
  size = 'normal',
  icon,
  busy = false,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      data-look={look}
      data-size={size}
      aria-busy={busy}
      disabled={busy}
      {...props}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that leads on. */
export function LinkButton({ to, look = 'main', icon, children }: Look & { readonly to: string }) {
  return (
    <Link to={to} className={classes.button} data-look={look}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </Link>
  );
}
