/** What presence needs of the editor. */
export interface PresenceHost {
  /** Where the user's own caret is. */
  readonly caret: number | undefined;
  /** The line that the caret is in, where the editor has the focus. */
  line(): { readonly start: number; readonly end: number } | undefined;
  reveal(index: number): void;
  goTo(index: number): void;
}
