import type { Cancel, Clock } from '../../lib/sync/clock';

export const SAY_EVERY_MS = 5_000;

export interface AnnouncerTexts {
  readonly joined: (names: readonly string[]) => string;
  readonly left: (names: readonly string[]) => string;
  readonly edited: (names: readonly string[]) => string;
}

export interface Named {
  readonly userId: string;
  readonly displayName: string;
}

/**
 * Tells a screen reader what others do, in few words: what happens within five seconds is one
 * announcement, and who comes and goes meanwhile is none.
 */
export class Announcer {
  readonly #clock: Clock;
  readonly #texts: () => AnnouncerTexts;
  readonly #say: (text: string) => void;
  #here: ReadonlyMap<string, string> | undefined;
  readonly #joined = new Map<string, string>();
  readonly #left = new Map<string, string>();
  readonly #edited = new Map<string, string>();
  #timer: Cancel | undefined;

  constructor(clock: Clock, texts: () => AnnouncerTexts, say: (text: string) => void) {
    this.#clock = clock;
    this.#texts = texts;
    this.#say = say;
  }

  /** Who is here now. Those who are there from the start are nothing to announce. */
  here(users: readonly Named[]): void {
    const now = new Map(users.map(({ userId, displayName }) => [userId, displayName]));
    const before = this.#here ?? now;
    this.#here = now;
    for (const [userId, name] of now) {
      if (!before.has(userId) && !this.#left.delete(userId))
        this.#gather(this.#joined, userId, name);
    }
    for (const [userId, name] of before) {
      if (!now.has(userId) && !this.#joined.delete(userId)) this.#gather(this.#left, userId, name);
    }
  }

  /** Somebody has changed the paragraph that the user is in. */
  edited({ userId, displayName }: Named): void {
    this.#gather(this.#edited, userId, displayName);
  }

  /** Whether it is going to be told that they edited: then it need not be found out again. */
  knowsEditOf(userId: string): boolean {
    return this.#edited.has(userId);
  }

  stop(): void {
    this.#timer?.();
    this.#timer = undefined;
  }

  #gather(into: Map<string, string>, userId: string, name: string): void {
    into.set(userId, name);
    this.#timer ??= this.#clock.after(SAY_EVERY_MS, () => {
      this.#timer = undefined;
      this.#sayAll();
    });
  }

  #sayAll(): void {
    const texts = this.#texts();
    const sentences = [
      sentence(this.#joined, texts.joined),
      sentence(this.#left, texts.left),
      sentence(this.#edited, texts.edited),
    ].filter((text) => text !== '');
    if (sentences.length > 0) this.#say(sentences.join(' '));
  }
}

function sentence(names: Map<string, string>, text: (names: readonly string[]) => string): string {
  const all = [...names.values()];
  names.clear();
  return all.length === 0 ? '' : text(all);
}
