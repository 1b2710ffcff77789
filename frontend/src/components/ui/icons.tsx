const PATHS = {
  back: 'M15 5l-7 7 7 7',
  plus: 'M12 5v14M5 12h14',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.100 1.900 6.500 5.500M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.800c2 .7 3.200 2.400 3.500 5.200',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  room: 'M3.500 20V9l8.500-5.500L20.500 9v11zM9.500 20v-6h5v6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  cloud: 'M7 18.500a4.500 4.500 0 0 1-.4-9A6 6 0 0 1 18 10.500a4 4 0 0 1-.5 8z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z',
  auto: 'M12 3.500a8.500 8.500 0 1 0 0 17zM12 3.500a8.500 8.500 0 0 1 0 17',
  bold: 'M7 5h6a3.500 3.500 0 0 1 0 7H7zM7 12h7a3.500 3.500 0 0 1 0 7H7z',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  underline: 'M7 4.500v6.500a5 5 0 0 0 10 0V4.500M5.500 20h13',
  strike:
    'M4.500 12h15M17 7.500C16.500 5.500 14.600 4.500 12 4.500c-3 0-5 1.400-5 3.700 0 1.600 1 2.800 3 3.800M7 16.300c.5 2 2.400 3.200 5 3.200 3.200 0 5.200-1.400 5.200-3.900 0-1-.3-1.900-1-2.600',
  bullet: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  ordered:
    'M10 6h10M10 12h10M10 18h10M4 4.500l1.500-.5v4.500M3.800 15.500c0-2.200 3-2 2.700-.2-.1.800-2.700 2.200-2.700 3.200h3',
  pencil: 'M4 20l1-4L16.500 4.500l3 3L8 19zM14 7l3 3',
  quote:
    'M10 7c-3 .8-4.500 2.800-4.500 6v4H10v-5H7.500M19 7c-3 .8-4.500 2.800-4.500 6v4H19v-5h-2.500',
  code: 'M8.500 7L3.500 12l5 5M15.500 7l5 5-5 5',
  link: 'M10 13.500a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.300 1.300M14 10.500a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.300-1.300',
  clear: 'M6 5h13M12.500 5l-2 7M9.500 15.500L8.500 19M14 14l6 6M20 14l-6 6',
  undo: 'M8.500 5L4 9.500 8.500 14M4 9.500h10a5 5 0 0 1 0 10h-4',
  redo: 'M15.500 5L20 9.500 15.500 14M20 9.500H10a5 5 0 0 0 0 10h4',
  warning: 'M12 4l9 16H3zM12 10v4.500M12 17.300v.01',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration next to a text, or inside a button that has a label of its own. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
