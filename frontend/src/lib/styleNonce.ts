/** What the page's policy lets style elements through with; nothing where the server sends no policy. */
export function styleNonce(): string | undefined {
  return document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce;
}

declare global {
  /** Where libraries that add style elements look for the nonce. */
  var __webpack_nonce__: string | undefined;
}

/** Lets libraries know it; before any of them adds a style. */
export function tellStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
