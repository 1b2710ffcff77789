/** The application may live at any context path: every URL starts from the document's base. */
export function apiUrl(path: string, base = document.baseURI): string {
  return new URL(`api/${path}`, base).href;
}

export function socketUrl(documentId: string, ticket: string, base = document.baseURI): string {
  const url = new URL(`ws/documents/${encodeURIComponent(documentId)}`, base);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('ticket', ticket);
  return url.href;
}

export function routerBasename(base = document.baseURI): string {
  return new URL(base).pathname.replace(/\/+$/, '') || '/';
}

/** A page of the application, as it is given to others. */
export function pageUrl(path: string, base = document.baseURI): string {
  return new URL(path, base).href;
}
