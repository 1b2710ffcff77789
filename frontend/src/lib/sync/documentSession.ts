import type Delta from 'quill-delta';
import type { Claim } from '../store/claim';
import type { EditStore } from '../store/editStore';
import type { Cancel, Clock } from './clock';
import { CompositionGate } from './compositionGate';
import type { ConnectionDeps } from './connection';
import type { EditorSurface } from './editorSurface';
import type { EndReason, Link } from './link';
import { PROTOCOL, mayWrite } from './messages';
import type { Joined, Range, Role, ServerMessage } from './messages';
import { ProtocolError } from './parseMessage';
import type { RemoteEdit } from './cursorFlow';
import type { Present } from './people';
import type { RemoteCursor } from './presenceBoard';
import { SessionParts } from './sessionParts';
import type { SessionView } from './sessionView';
import { until } from './until';
import { ViewStore } from './viewStore';
import type { WakeUps } from './wakeUps';

export interface SessionDeps extends ConnectionDeps {
  readonly userId: string;
  readonly documentId: string;
  readonly store: EditStore;
  readonly claim: Claim;
  readonly wakeUps: WakeUps;
}

/**
 * One open document: carries the user's edits to the server and the others' edits to the editor.
 *
 * Life cycle: construct, `start(surface)`, edits in both directions, `close()`. A session without a
 * surface only sends what an earlier page left. While the link is lost, edits gather on the device;
 * after the next welcome and the changes that follow it, the one in flight is sent again under its
 * number (E9).
 */
export class DocumentSession {
  readonly #clock: Clock;
  readonly #claim: Claim;
  readonly #gate: CompositionGate<ServerMessage>;
  readonly #views = new ViewStore();
  readonly #parts: SessionParts;
  readonly #wakeUps: WakeUps;
  #surface: EditorSurface | undefined;
  #sleepOn: Cancel = () => undefined;

  constructor(deps: SessionDeps) {
    this.#clock = deps.clock;
    this.#claim = deps.claim;
    this.#wakeUps = deps.wakeUps;
    this.#gate = new CompositionGate((message) => {
      this.#received(message);
    });
    this.#parts = new SessionParts(deps, {
      views: this.#views,
      surface: () => this.#surface,
      isHolding: () => this.#gate.isClosed,
      received: (message) => {
        this.#gate.offer(message);
      },
      linkChanged: (link) => {
        this.#linkChanged(link);
      },
      settled: () => {
        this.#settled();
      },
      written: () => {
        this.#written();
      },
    });
  }

  start(surface?: EditorSurface): void {
    const { found, held, stores } = this.#claim;
    this.#surface = surface;
    this.#views.show({ storing: stores });
    held.onLost(() => {
      this.#takenOver();
    });
    void this.#parts.kept.load();
    if (found !== undefined) {
      this.#parts.writer.adopted(found.queue);
      this.#parts.flow.restore(found);
      this.#views.show({ role: found.queue.role });
      this.#parts.status.edited();
    }
    this.#parts.status.linkChanged();
    this.#parts.connection.open();
    this.#sleepOn = this.#wakeUps(() => {
      this.nudge();
    });
  }

  /** Gives up the connection, and the queue to whoever opens the document next. */
  close(): void {
    this.#stop('closed');
    void this.#parts.writer.close().finally(() => {
      this.#claim.held.release();
    });
  }

  /**
   * The page is left, the tab stays: the session lives on without a surface until everything is
   * confirmed, or there is no way at present to get it confirmed. Calls `closed` then.
   */
  leave(closed: () => void = () => undefined): void {
    this.#surface = undefined;
    this.#gate.open();
    this.#closeUnless(() => {
      const { kind } = this.#parts.connection.link;
      return this.hasUnconfirmedEdits && (kind === 'joined' || kind === 'connecting');
    }, closed);
  }

  /** For a session that only sends what was left: it ends with that, and tries as long as the page lives. */
  closeWhenSaved(): void {
    this.#closeUnless(
      () => this.hasUnconfirmedEdits && this.#parts.connection.link.kind !== 'ended',
    );
  }

  get view(): SessionView {
    return this.#views.view;
  }

  /** The newest revision that is shown; undefined before the document is. */
  get revision(): number | undefined {
    return this.#parts.flow.ot?.revision;
  }

  get hasUnconfirmedEdits(): boolean {
    return this.#parts.flow.unconfirmedEdits > 0;
  }

  /** Unconfirmed edits, or edits whose text is only on this page: leaving now needs a warning. */
  get hasUnsavedEdits(): boolean {
    return this.hasUnconfirmedEdits || this.#parts.kept.areOnlyHere;
  }

  /** Whether everything is saved within the time given. */
  saved(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(withinMs, () => {
        forget();
        resolve(!this.hasUnsavedEdits);
      });
      const forget = until(
        () => !this.hasUnsavedEdits,
        this.subscribe,
        () => {
          cancel();
          resolve(true);
        },
      );
    });
  }

  subscribe = (listener: () => void): Cancel => this.#views.subscribe(listener);

  /** Who else is here, each connection once. */
  get people(): readonly Present[] {
    return this.#parts.cursors.people;
  }

  subscribePeople = (listener: () => void): Cancel => this.#parts.cursors.subscribePeople(listener);

  /** Where others change the text, after it was changed here. */
  subscribeEdits = (listener: (edit: RemoteEdit) => void): Cancel =>
    this.#parts.cursors.subscribeEdits(listener);

  subscribeCursors = (listener: () => void): Cancel => this.#parts.cursors.subscribe(listener);

  /** The others' carets in positions of the document that the user sees. */
  cursors(): readonly RemoteCursor[] {
    return this.#parts.cursors.visible();
  }

  edited(delta: Delta): void {
    this.#parts.flow.edited(delta);
    if (this.hasUnconfirmedEdits) this.#parts.status.edited();
    this.#parts.rest.stirred();
    this.#parts.cursors.stirred();
  }

  /** The user does something on the page, which keeps idleness away. */
  stirred(): void {
    this.#parts.cursors.stirred();
  }

  /** Whether the page is seen: in a hidden tab its user is idle. */
  shown(visible: boolean): void {
    this.#parts.cursors.shown(visible);
  }

  selected(range: Range | null): void {
    this.#parts.cursors.selected(range);
  }

  compositionStarted(): void {
    this.#gate.close();
  }

  /** To be called a tick after the composition ended, when its edit has been reported. */
  compositionEnded(): void {
    this.#gate.open();
  }

  nudge(): void {
    this.#parts.connection.nudge();
  }

  /** To be called after what is put back into the document has been put there. */
  discardKept(id: string): void {
    void this.#parts.kept.discard(id, this.#parts.writer.stored());
  }

  #linkChanged(link: Link): void {
    if (link.kind !== 'joined' && link.kind !== 'draining') {
      this.#parts.flow.away();
      this.#gate.forget();
      this.#parts.cursors.left();
    }
    this.#parts.status.linkChanged();
  }

  #received(message: ServerMessage): void {
    try {
      this.#handle(message);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#parts.connection.broken(error);
    }
  }

  #handle(message: ServerMessage): void {
    this.#surface?.flush();
    switch (message.type) {
      case 'welcome':
        if (message.protocol !== PROTOCOL) {
          throw new ProtocolError(
            `protocol ${String(message.protocol)} is not ${String(PROTOCOL)}`,
          );
        }
        this.#parts.flow.welcomed(message);
        this.#joined(message);
        break;
      case 'resync':
        this.#parts.flow.resynced(message);
        this.#joined(message);
        break;
      case 'changes':
        this.#parts.flow.applyChanges(message.changes);
        break;
      case 'rejected':
        this.#parts.flow.rejected(message);
        break;
      case 'presence':
        this.#parts.cursors.update(message);
        return;
      case 'role':
        this.#roleIs(message.role);
        break;
      case 'drain':
      case 'error':
      case 'ping':
      case 'pong':
        return;
    }
    this.#parts.status.refresh();
    this.#parts.rest.stirred();
  }

  #joined({ participants, role, self }: Joined): void {
    this.#views.show({ self });
    this.#parts.cursors.joined(participants);
    this.#roleIs(role);
  }

  #roleIs(role: Role): void {
    this.#views.show({ role });
    this.#parts.flow.writing(mayWrite(role));
    this.#parts.writer.changed();
  }

  #settled(): void {
    this.#parts.watchdog.answered();
    this.#parts.status.settled(this.hasUnconfirmedEdits);
    if (!this.hasUnconfirmedEdits) this.#parts.cursors.sendSoon();
  }

  #written(): void {
    if (this.view.storing !== this.#parts.writer.works)
      this.#views.show({ storing: this.#parts.writer.works });
    this.#parts.flow.flush();
    this.#parts.status.refresh();
  }

  #closeUnless(goesOn: () => boolean, closed = (): void => undefined): void {
    until(
      () => !goesOn(),
      this.subscribe,
      () => {
        this.#clock.after(0, () => {
          this.close();
          closed();
        });
      },
    );
  }

  #takenOver(): void {
    this.#parts.writer.abandon();
    this.#stop('taken-over');
  }

  #stop(reason: EndReason): void {
    this.#surface = undefined;
    this.#sleepOn();
    this.#parts.flow.stop();
    this.#parts.cursors.stop();
    this.#parts.rest.stop();
    this.#parts.connection.close(reason);
    this.#parts.status.stop();
  }
}
