/**
 * Where the application lives, which may be any context path: the server writes it into the page. There is no `<base>`,
 * which an attacker's could take the place of.
 */
export function applicationUrl(): string {
  const told = document.querySelector<HTMLMetaElement>('meta[name="collab-base"]')?.content;
  return new URL(told ?? '/', window.location.origin).href;
}

export function apiUrl(path: string, base = applicationUrl()): string {
  return new URL(`api/${path}`, base).href;
}

export function socketUrl(documentId: string, ticket: string, base = applicationUrl()): string {
  const url = new URL(`ws/documents/${encodeURIComponent(documentId)}`, base);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('ticket', ticket);
  return url.href;
}

export function routerBasename(base = applicationUrl()): string {
  return new URL(base).pathname.replace(/\/+$/, '') || '/';
}

/** A page of the application, as it is given to others. */
export function pageUrl(path: string, base = applicationUrl()): string {
  return new URL(path, base).href;
}
