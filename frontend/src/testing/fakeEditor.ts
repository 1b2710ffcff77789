import Delta from 'quill-delta';
import { DocumentSession, type EditorSurface } from '../lib/sync/documentSession';
import type { FakeClock } from './fakeClock';
import { FakeNetwork } from './fakeNetwork';
import type { FakeServer } from './fakeServer';

/** A document on a screen without a screen: applies what the session says, and reports edits to it. */
export class FakeEditor implements EditorSurface {
  readonly network: FakeNetwork;
  readonly session: DocumentSession;
  document = new Delta();

  constructor(
    clock: FakeClock,
    server: FakeServer,
    name: string,
    random: () => number = () => 0.5,
  ) {
    this.network = new FakeNetwork(clock, server, name, () => 1 + Math.floor(random() * 40));
    const { openSocket, remote } = this.network;
    this.session = new DocumentSession({ clock, random, openSocket, remote, clientId: name });
    this.session.start(this);
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
