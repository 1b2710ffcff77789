export type Cancel = () => void;

/** Time as the sync layer sees it, so that tests own it. Milliseconds. */
export interface Clock {
  now(): number;
  after(ms: number, run: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const id = setTimeout(run, ms);
    return () => {
      clearTimeout(id);
    };
  },
};
