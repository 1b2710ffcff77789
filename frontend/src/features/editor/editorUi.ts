export type DialogName = 'link' | 'palette' | 'shortcuts' | 'find' | 'emoji' | 'image';
export type PanelName = 'info' | 'history';

export interface UiState {
  readonly dialog: DialogName | undefined;
  /** What the slot at the right shows. */
  readonly panel: PanelName | undefined;
  readonly outline: boolean;
}

const WIDE = '(min-width: 1100px)';
const OUTLINE = 'collab-outline';

/** What is open around the text: commands open it, and the page shows it. Nothing of it is shared. */
export class EditorUi {
  readonly #listeners = new Set<() => void>();
  #state: UiState = { dialog: undefined, panel: undefined, outline: wasOutlineOpen() };

  get state(): UiState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open(dialog: DialogName): void {
    this.#set({ dialog });
  }

  close(): void {
    this.#set({ dialog: undefined });
  }

  togglePanel(panel: PanelName): void {
    this.#set({ panel: this.#state.panel === panel ? undefined : panel });
  }

  closePanel(): void {
    this.#set({ panel: undefined });
  }

  toggleOutline(): void {
    const outline = !this.#state.outline;
    if (isWide()) localStorage.setItem(OUTLINE, outline ? 'open' : 'closed');
    this.#set({ outline });
  }

  /** Where the window becomes narrow, the outline goes, and comes back with the room. */
  followWidth(): () => void {
    const wide = window.matchMedia(WIDE);
    const follow = (): void => {
      this.#set({ outline: wasOutlineOpen() });
    };
    wide.addEventListener('change', follow);
    return () => {
      wide.removeEventListener('change', follow);
    };
  }

  #set(change: Partial<UiState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** On a small screen the outline would cover the text, so there it waits until it is asked for. */
function wasOutlineOpen(): boolean {
  return isWide() && localStorage.getItem(OUTLINE) !== 'closed';
}

function isWide(): boolean {
  return window.matchMedia(WIDE).matches;
}
