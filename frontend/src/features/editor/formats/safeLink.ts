const SCHEMES = ['http:', 'https:', 'mailto:'];

/**
 * The address as it may be stored, or undefined where it is no http, https or mailto address. Control
 * characters and spaces go first, since browsers ignore them inside a scheme. `a.example/b` means https.
 */
export function safeLink(typed: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const address = typed.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  if (address === '') return undefined;
  const complete = /^[a-z][\w+.-]*:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(complete)) return undefined;
  return SCHEMES.includes(new URL(complete).protocol) ? complete : undefined;
}
