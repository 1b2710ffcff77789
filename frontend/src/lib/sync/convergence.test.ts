import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { FakeDevice } from '../../testing/fakeDevice';
import { FakeEditor } from '../../testing/fakeEditor';
import { FakeServer } from '../../testing/fakeServer';
import { randomEdit, seeded } from '../../testing/randomEdits';

const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 60);
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What a run is made of; the same seed makes the same run. */
class Run {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly random: () => number;
  readonly editors: FakeEditor[] = [];
  readonly #devices: FakeDevice[] = [];

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  /** Two tabs in each browser, where there are enough. */
  async open(tabs: number): Promise<void> {
    const { clock, random, server } = this;
    for (let tab = 0; tab < tabs; tab += 1) {
      const browser = Math.floor(tab / 2);
      const device = (this.#devices[browser] ??= new FakeDevice());
      const name = `user-${String(browser)}`;
      this.editors.push(await FakeEditor.open(clock, server, name, { device, random }));
      await clock.advance(100);
    }
    await clock.advance(500);
    this.editors.forEach((editor) => {
      this.#trouble(editor);
    });
  }

  async step(edit: (editor: FakeEditor, index: number) => void): Promise<void> {
    const index = Math.floor(this.random() * this.editors.length);
    const editor = this.editors[index];
    if (editor === undefined) throw new Error('no editor was drawn');
    const what = this.random();
    if (what < 0.78) edit(editor, index);
    else if (what < 0.86) editor.network.cut();
    else if (what < 0.9) editor.network.online = !editor.network.online;
    else if (what < 0.92) this.server.resync();
    else if (what < 0.94) await this.#reload(index);
    else if (what < 0.97) editor.session.compositionStarted();
    else editor.session.compositionEnded();
    await this.clock.advance(Math.floor(this.random() * 60));
  }

  async comeToRest(): Promise<void> {
    for (const { network, session } of this.editors) {
      network.online = true;
      network.swallow = () => false;
      session.compositionEnded();
      session.nudge();
    }
    await this.clock.advance(120_000);
    // A change swallowed last of all shows only when the next one comes.
    this.editors[0]?.type(0, '.');
    await this.clock.advance(60_000);
  }

  async #reload(index: number): Promise<void> {
    const again = await this.editors[index]?.reload();
    if (again === undefined) throw new Error('there is no editor to reload');
    this.editors[index] = again;
    await this.clock.advance(500);
    this.#trouble(again);
  }

  #trouble({ network, tab }: FakeEditor): void {
    network.duplicate = () => this.random() < 0.1;
    network.swallow = (frame) => frame.startsWith('{"type":"changes"') && this.random() < 0.02;
    tab.writing = () =>
      new Promise((written) => {
        this.clock.after(Math.floor(this.random() * 30), written);
      });
  }
}

/** Clients type, lose their lines, lose acks, send twice, crash; then everything is let come to rest. */
async function simulate(seed: number, tabs: number, steps: number): Promise<void> {
  const run = new Run(seed);
  await run.open(tabs);
  for (let step = 0; step < steps; step += 1) {
    await run.step((editor) => {
      if (editor.document.length() > 0) editor.edit(randomEdit(editor.document, run.random));
    });
  }
  await run.comeToRest();
  checkAtRest(run.server, run.editors);
}

/** As {@link simulate}; every edit types another character, none is deleted, crashes find all stored. */
async function typeOnly(seed: number, tabs: number, steps: number): Promise<void> {
  const run = new Run(seed);
  await run.open(tabs);
  let typed = '';
  for (let step = 0; step < steps; step += 1) {
    await run.step((editor) => {
      if (editor.document.length() === 0) return;
      const letter = String.fromCharCode(0x4e00 + step);
      typed += letter;
      editor.tab.writing = () => Promise.resolve();
      editor.type(Math.floor(run.random() * editor.document.length()), letter);
    });
  }
  await run.comeToRest();
  checkAtRest(run.server, run.editors);
  const text = run.editors[0]?.text ?? '';
  for (const letter of typed) expect(text.split(letter)).toHaveLength(2);
}

function checkAtRest(server: FakeServer, editors: readonly FakeEditor[]): void {
  const contents = server.document.contents();
  expect(server.diverged).toBe(0);
  for (const { document, session } of editors) {
    expect(session.hasUnconfirmedEdits).toBe(false);
    expect(session.view.status.kind).toBe('saved');
    expect(session.view.kept).toEqual([]);
    expect(document).toEqual(contents);
  }
  const committed = server.document.log.map(({ clientId, seq }) => `${clientId}/${String(seq)}`);
  expect(new Set(committed).size).toBe(committed.length);
}

const CASES = [fc.nat(), fc.integer({ min: 2, max: 4 }), fc.integer({ max: 80, min: 1 })] as const;

it(`I2_I6_all_replicas_at_rest_are_equal (seed ${String(SEED)})`, async () => {
  console.info(`convergence: CONVERGENCE_SEED=${String(SEED)} CONVERGENCE_RUNS=${String(RUNS)}`);
  await fc.assert(fc.asyncProperty(...CASES, simulate), { seed: SEED, numRuns: RUNS });
});

it(`I2_every_edit_is_there_exactly_once (seed ${String(SEED)})`, async () => {
  await fc.assert(fc.asyncProperty(...CASES, typeOnly), { seed: SEED, numRuns: RUNS });
});
