import type { Cancel } from './clock';
import { FIRST_VIEW, type SessionView } from './sessionView';

/** Holds what the page shows, and tells whoever asked when it changes. */
export class ViewStore {
  readonly #listeners = new Set<() => void>();
  #view: SessionView = FIRST_VIEW;

  get view(): SessionView {
    return this.#view;
  }

  subscribe = (listener: () => void): Cancel => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(part: Partial<SessionView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }
}
