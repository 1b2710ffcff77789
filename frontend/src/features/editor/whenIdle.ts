/**
 * Work that follows the text but must not slow typing down: it runs once the writer has paused, whatever
 * happened meanwhile, and at the latest some time after the first change.
 */
export class WhenIdle {
  readonly #work: () => void;
  readonly #pauseMs: number;
  readonly #latestMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(work: () => void, pauseMs = 300, latestMs = 2_000) {
    this.#work = work;
    this.#pauseMs = pauseMs;
    this.#latestMs = latestMs;
  }

  readonly ask = (): void => {
    const now = Date.now();
    if (this.#timer === undefined) this.#since = now;
    else if (now - this.#since > this.#latestMs - this.#pauseMs) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#work();
    }, this.#pauseMs);
  };

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
