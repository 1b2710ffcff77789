let source: (() => string) | undefined;

/** The open editor says where its text is, so that a page that fails can still hand it out. */
export function provideText(text: () => string): () => void {
  source = text;
  return () => {
    if (source === text) source = undefined;
  };
}

/** Whether somebody is writing in this page. */
export function isWriting(): boolean {
  return source !== undefined;
}

/** The text of the open editor; empty where there is none, or it can't be read any more. */
export function openText(): string {
  try {
    return source?.() ?? '';
  } catch {
    return '';
  }
}
