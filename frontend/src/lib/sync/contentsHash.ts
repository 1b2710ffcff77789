import type Delta from 'quill-delta';
import { canonicalJson } from '../ot/canonicalJson';
import { sha256 } from './sha256';

const DIGITS = 16;
/** Below this the browser's own SHA-256 costs more in waiting than it saves in computing. */
const LARGE_BYTES = 100_000;

/** The first 16 hexadecimal digits of SHA-256 over the contents' canonical JSON in UTF-8 (E10). */
export async function contentsHash(contents: Delta): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(contents));
  return hex(await digest(bytes)).slice(0, DIGITS);
}

/** Browsers hide `crypto.subtle` on pages without TLS. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined || bytes.length < LARGE_BYTES) return sha256(bytes);
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
