let created: string | undefined;

/** The next page that opens the document offers its title to be written first. */
export function markJustCreated(documentId: string): void {
  created = documentId;
}

/** True once, for the document that was created just now. */
export function takeJustCreated(documentId: string): boolean {
  if (created !== documentId) return false;
  created = undefined;
  return true;
}
