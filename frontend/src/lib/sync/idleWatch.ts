import type { Cancel, Clock } from './clock';
import type { Activity } from './messages';

export const IDLE_AFTER_MS = 60_000;

/** Whether the user does anything: idle is who has done nothing for a minute, or looks at something else. */
export class IdleWatch {
  readonly #clock: Clock;
  readonly #changed: (activity: Activity) => void;
  #activity: Activity = 'active';
  #visible = true;
  #stirredAt: number;
  #timer: Cancel | undefined;

  constructor(clock: Clock, changed: (activity: Activity) => void) {
    this.#clock = clock;
    this.#changed = changed;
    this.#stirredAt = clock.now();
  }

  get activity(): Activity {
    return this.#activity;
  }

  /** The user has typed, pointed or scrolled. Cheap, since it is called very often. */
  stirred(): void {
    this.#stirredAt = this.#clock.now();
    this.#look();
  }

  shown(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#stirredAt = this.#clock.now();
    this.#look();
  }

  stop(): void {
    this.#timer?.();
    this.#timer = undefined;
  }

  #look(): void {
    const left = this.#stirredAt + IDLE_AFTER_MS - this.#clock.now();
    const activity = this.#visible && left > 0 ? 'active' : 'idle';
    if (activity === 'active') this.#lookAgain(left);
    if (activity === this.#activity) return;
    this.#activity = activity;
    this.#changed(activity);
  }

  #lookAgain(inMs: number): void {
    this.#timer ??= this.#clock.after(inMs, () => {
      this.#timer = undefined;
      this.#look();
    });
  }
}
