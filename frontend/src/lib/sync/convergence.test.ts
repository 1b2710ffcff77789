import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { FakeEditor } from '../../testing/fakeEditor';
import { FakeServer } from '../../testing/fakeServer';
import { randomEdit, seeded } from '../../testing/randomEdits';

const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 60);
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Clients type, lose their lines, lose acks, send twice; then everything is let come to rest. */
async function simulate(seed: number, clients: number, steps: number): Promise<void> {
  const random = seeded(seed);
  const clock = new FakeClock();
  const server = new FakeServer();
  const editors = await Promise.all(
    Array.from({ length: clients }, (_, index) =>
      FakeEditor.open(clock, server, `client-${String(index)}`, { random }),
    ),
  );
  await clock.advance(500);
  for (const { network } of editors) {
    network.duplicate = () => random() < 0.1;
    network.swallow = (frame) => frame.startsWith('{"type":"changes"') && random() < 0.02;
  }
  for (let step = 0; step < steps; step += 1) {
    const editor = editors[Math.floor(random() * clients)];
    if (editor === undefined) throw new Error('no editor was drawn');
    const what = random();
    if (what < 0.8) editor.edit(randomEdit(editor.document, random));
    else if (what < 0.88) editor.network.cut();
    else if (what < 0.92) editor.network.online = !editor.network.online;
    else if (what < 0.94) server.resync();
    else if (what < 0.97) editor.session.compositionStarted();
    else editor.session.compositionEnded();
    await clock.advance(Math.floor(random() * 60));
  }
  for (const { network, session } of editors) {
    network.online = true;
    network.swallow = () => false;
    session.compositionEnded();
    session.nudge();
  }
  await clock.advance(120_000);
  // A change swallowed last of all shows only when the next one comes.
  editors[0]?.type(0, '.');
  await clock.advance(60_000);
  checkAtRest(server, editors);
}

function checkAtRest(server: FakeServer, editors: readonly FakeEditor[]): void {
  const contents = server.document.contents();
  for (const { document, session } of editors) {
    expect(session.hasUnconfirmedEdits).toBe(false);
    expect(session.view.status.kind).toBe('saved');
    expect(session.view.kept).toEqual([]);
    expect(document).toEqual(contents);
  }
  const committed = server.document.log.map(({ clientId, seq }) => `${clientId}/${String(seq)}`);
  expect(new Set(committed).size).toBe(committed.length);
}

it(`I2_I6_all_replicas_at_rest_are_equal (seed ${String(SEED)})`, async () => {
  console.info(`convergence: CONVERGENCE_SEED=${String(SEED)} CONVERGENCE_RUNS=${String(RUNS)}`);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ max: 80, min: 1 }),
      simulate,
    ),
    { seed: SEED, numRuns: RUNS },
  );
});
