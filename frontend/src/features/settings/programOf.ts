const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What people call the program behind a User-Agent header: “Firefox, Windows”. */
export function programOf(userAgent: string | null): string | undefined {
  if (userAgent === null || userAgent === '') return undefined;
  const find = (known: typeof BROWSERS): string | undefined =>
    known.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = find(BROWSERS);
  if (browser === undefined) return userAgent.split(/[\s/]/)[0];
  return [browser, find(SYSTEMS)].filter((part) => part !== undefined).join(', ');
}
