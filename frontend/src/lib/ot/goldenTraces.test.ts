import { existsSync, readFileSync } from 'node:fs';
import Delta, { type Op } from 'quill-delta';
import { describe, expect, it } from 'vitest';
import { OtClient } from './otClient';

/** What happened to one client, and what its twin in the server's engine made of it. */
interface Trace {
  readonly id: number;
  readonly clientId: string;
  readonly revision: number;
  readonly contents: Op[];
  readonly events: readonly TraceEvent[];
  readonly end: Op[];
}

interface TraceEvent {
  readonly local?: Op[];
  readonly change?: {
    readonly revision: number;
    readonly clientId: string;
    readonly seq: number;
    readonly delta: Op[];
  };
  readonly reconnect?: true;
  readonly resync?: {
    readonly revision: number;
    readonly acknowledged: number;
    readonly contents: Op[];
  };
  /** The change tells the client to ask for the contents. */
  readonly inconsistent?: true;
  /** The text that a resync hands out. */
  readonly kept?: string;
  readonly send: {
    readonly seq: number;
    readonly baseRevision: number;
    readonly delta: Op[];
  } | null;
  readonly show: Op[];
  readonly state: string;
  readonly revision: number;
}

const file = new URL(
  '../../../../ot-engine/src/test/resources/golden-traces.jsonl',
  import.meta.url,
);

function readTraces(): readonly Trace[] {
  if (!existsSync(file)) {
    throw new Error(
      `The golden traces, which the engine's tests write, are not at ${file.pathname}`,
    );
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Trace);
}

/** Neighbours that can be one op made one: quill-delta leaves some apart, the engine never does. */
function joined(delta: Delta): Op[] {
  return delta.ops.reduce((result, op) => result.push(op), new Delta()).ops;
}

class Replay {
  readonly #ot: OtClient;
  #visible: Delta;
  #sent = 0;

  constructor(trace: Trace) {
    const contents = new Delta(trace.contents);
    this.#ot = new OtClient({ ...trace, contents, nextSeq: 1 });
    this.#visible = contents;
  }

  next(event: TraceEvent): void {
    const show = this.#apply(event);
    this.#visible = event.resync === undefined ? this.#visible.compose(show) : show;
    expect(joined(show)).toEqual(event.show);
    expect(this.#send(event)).toEqual(event.send);
    expect(this.#ot.pending.kind).toBe(event.state);
    expect(this.#ot.revision).toBe(event.revision);
  }

  end(): void {
    expect(this.#ot.pending.kind).toBe('synchronized');
    expect(joined(this.#ot.contents())).toEqual(joined(this.#visible));
  }

  visible(): Op[] {
    return joined(this.#visible);
  }

  #apply(event: TraceEvent): Delta {
    if (event.local !== undefined) {
      const edit = new Delta(event.local);
      this.#visible = this.#visible.compose(edit);
      this.#ot.applyLocal(edit);
      return new Delta();
    }
    if (event.resync !== undefined) return this.#resync(event.resync, event.kept);
    if (event.change === undefined) return new Delta();
    const isOwn = event.change.clientId === this.#ot.clientId;
    const delta = isOwn ? undefined : new Delta(event.change.delta);
    const outcome = this.#ot.applyRemote({ ...event.change, delta });
    if (event.inconsistent === true) {
      expect(outcome.kind).toBe('inconsistent');
      return new Delta();
    }
    if (outcome.kind !== 'applied') throw new Error(`The change was ${outcome.kind}, not applied`);
    expect(outcome.patches).toHaveLength(isOwn ? 0 : 1);
    return outcome.patches[0] ?? new Delta();
  }

  /** The document that the user then sees. */
  #resync(snapshot: NonNullable<TraceEvent['resync']>, kept: string | undefined): Delta {
    const contents = new Delta(snapshot.contents);
    const outcome = this.#ot.resync({ ...snapshot, contents });
    expect(outcome).toMatchObject(
      kept === undefined ? { kind: 'merged' } : { kind: 'unmergeable', kept: { text: kept } },
    );
    return this.#ot.contents();
  }

  /** A submission goes out when it is new, and again after a reconnect or a resync. */
  #send(event: TraceEvent): TraceEvent['send'] {
    const submission = this.#ot.submission();
    if (submission === undefined) return null;
    const isSentAgain = event.reconnect !== undefined || event.resync !== undefined;
    if (submission.seq === this.#sent && !isSentAgain) return null;
    this.#sent = submission.seq;
    return { ...submission, delta: joined(submission.delta) };
  }
}

describe('golden traces', () => {
  const traces = readTraces();

  it('are_all_there', () => {
    expect(traces).toHaveLength(81);
  });

  it.each(traces)('E5_E8_E9_as_by_the_engine: trace $id', (trace) => {
    const replay = new Replay(trace);
    for (const event of trace.events) replay.next(event);
    replay.end();
    expect(replay.visible()).toEqual(trace.end);
  });
});
