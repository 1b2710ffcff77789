import Delta from 'quill-delta';
import type { DocumentSession } from '../lib/sync/documentSession';
import type { EditorSurface } from '../lib/sync/editorSurface';
import { openSession, sendLeftQueues, type OpenSessionDeps } from '../lib/sync/openSession';
import type { FakeClock } from './fakeClock';
import { FakeDevice, type FakeTab } from './fakeDevice';
import { FakeNetwork } from './fakeNetwork';
import type { FakeServer } from './fakeServer';

export interface FakeEditorOptions {
  readonly random?: () => number;
  readonly device?: FakeDevice;
}

/** A document on a screen without a screen: applies what the session says, and reports edits to it. */
export class FakeEditor implements EditorSurface {
  readonly network: FakeNetwork;
  readonly tab: FakeTab;
  readonly session: DocumentSession;
  readonly #reopen: () => Promise<FakeEditor>;
  document = new Delta();
  /** How often it was told to forget what could be undone. */
  forgotten = 0;

  forgetUndo(): void {
    this.forgotten += 1;
  }

  private constructor(
    network: FakeNetwork,
    tab: FakeTab,
    session: DocumentSession,
    reopen: () => Promise<FakeEditor>,
  ) {
    this.network = network;
    this.tab = tab;
    this.session = session;
    this.#reopen = reopen;
    session.start(this);
  }

  /** An editor of this name as its client's id, or as the client whose queue it finds on the device. */
  static async open(
    clock: FakeClock,
    server: FakeServer,
    name: string,
    { device = new FakeDevice(), random = () => 0.5 }: FakeEditorOptions = {},
  ): Promise<FakeEditor> {
    const browser = { clock, server, name, device, random };
    const { deps, network, tab } = pageOf(browser);
    return new FakeEditor(network, tab, await openSession(deps), () =>
      FakeEditor.open(clock, server, name, { device, random }),
    );
  }

  /** A page without an editor sends what the user has left on the device. */
  static async sendLeft(
    clock: FakeClock,
    server: FakeServer,
    name: string,
    device: FakeDevice,
    online = true,
  ): Promise<FakeNetwork> {
    const { deps, network } = pageOf({ clock, server, name, device, random: () => 0.5 });
    network.online = online;
    await sendLeftQueues(deps);
    return network;
  }

  /** The tab dies at once, and the user opens the document again. */
  reload(): Promise<FakeEditor> {
    this.crash();
    return this.#reopen();
  }

  crash(): void {
    this.tab.crash();
    this.network.online = false;
    this.network.freeze();
  }

  replace(contents: Delta): void {
    this.document = contents;
  }

  patch(delta: Delta): void {
    this.document = this.document.compose(delta);
  }

  flush(): void {
    // Edits are reported at once here.
  }

  edit(delta: Delta): void {
    this.document = this.document.compose(delta);
    this.session.edited(delta);
  }

  type(index: number, text: string): void {
    this.edit(new Delta().retain(index).insert(text));
  }

  get text(): string {
    return this.document.ops
      .map((op) => (typeof op.insert === 'string' ? op.insert : '*'))
      .join('');
  }
}

interface FakeBrowser {
  readonly clock: FakeClock;
  readonly server: FakeServer;
  readonly name: string;
  readonly device: FakeDevice;
  readonly random: () => number;
}

function pageOf({ clock, server, name, device, random }: FakeBrowser) {
  const network = new FakeNetwork(clock, server, name, () => 1 + Math.floor(random() * 40));
  const tab = device.tab();
  const deps: OpenSessionDeps = {
    clock,
    random,
    openSocket: network.openSocket,
    remote: network.remote,
    store: tab,
    locks: tab,
    wakeUps: () => () => undefined,
    newId: () => freshId(server, name),
    userId: name,
    documentId: 'document',
  };
  return { deps, network, tab };
}

function freshId(server: FakeServer, name: string): string {
  let id = name;
  for (let tab = 2; server.knows(id); tab += 1) id = `${name}-${String(tab)}`;
  return id;
}
