import classes from './Avatar.module.css';
import { readableOn } from './readableOn';

interface AvatarProps {
  readonly name: string;
  readonly color: string;
  readonly size?: number;
}

export function Avatar({ name, color, size = 30 }: AvatarProps) {
  return (
    <span
      className={classes.avatar}
      style={{
        backgroundColor: color,
        color: readableOn(color),
        width: size,
        height: size,
        fontSize: size * 0.4,
      }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
