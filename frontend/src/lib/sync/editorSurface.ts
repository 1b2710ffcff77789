import type Delta from 'quill-delta';

/** The editor as the session sees it. `replace` and `patch` must not come back as edits of the user. */
export interface EditorSurface {
  replace(contents: Delta): void;
  patch(delta: Delta): void;
  /** What could be undone until now holds text that must not come back. */
  forgetUndo(): void;
  /** Reports, now, what the user did and the browser has not told yet: patches count from after it. */
  flush(): void;
}
