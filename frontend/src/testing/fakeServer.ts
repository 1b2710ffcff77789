import type { ClientMessage, Participant, Role, Self, ServerMessage } from '../lib/sync/messages';
import { contentsHash } from '../lib/sync/contentsHash';
import { FakeDocument } from './fakeDocument';

/** One connection as the server sees it. */
export interface Peer {
  send(message: ServerMessage): void;
  close(code: number): void;
}

interface Member extends Participant {
  readonly peer: Peer;
  role: Role;
}

/** The server's end of the protocol for one document, over any transport. */
export class FakeServer {
  readonly document = new FakeDocument();
  readonly received: ClientMessage[] = [];
  epoch = 1;
  role: Role = 'owner';
  /** Looked at before a submission is taken; a code refuses it. */
  refuse: (seq: number) => { code: string; retryable: boolean } | undefined = () => undefined;
  /** What replicas at rest said that they hold, and how often that was wrong. */
  readonly hashes: { readonly revision: number; readonly hash: string }[] = [];
  diverged = 0;
  /** Whether submissions are neither taken nor answered. */
  deaf = false;
  readonly #members = new Map<Peer, Member>();
  readonly #known = new Set<string>();

  /** Whether a client of this id has ever said hello. */
  knows(clientId: string): boolean {
    return this.#known.has(clientId);
  }

  connect(peer: Peer, user: Self, role: Role = this.role): (message: ClientMessage) => void {
    return (message) => {
      this.received.push(message);
      if (message.type === 'hello') this.#hello(peer, user, role, message);
      else if (message.type === 'ping') peer.send({ type: 'pong', sentAt: message.sentAt });
      else this.#fromMember(this.#members.get(peer), message);
    };
  }

  disconnect(peer: Peer): void {
    const member = this.#members.get(peer);
    if (member === undefined) return;
    this.#members.delete(peer);
    this.#toOthers(member, { type: 'presence', left: [member.clientId] });
  }

  /** From a backup that ends with this head. */
  restore(head: number, epoch: number): void {
    this.document.restore(head);
    this.epoch = epoch;
  }

  /** Tells everyone to replace what they hold. */
  resync(peer?: Peer, code = 'base-differs'): void {
    for (const member of this.#members.values()) {
      if (peer !== undefined && member.peer !== peer) continue;
      member.peer.send({
        type: 'resync',
        code,
        message: 'the base differs from the log',
        ...this.#joined(member),
        contents: this.document.contents().ops,
        revision: this.document.head,
      });
    }
  }

  /** Everybody's right to write from now on, also of those who join later. */
  setRole(role: Role): void {
    this.role = role;
    for (const member of this.#members.values()) {
      member.role = role;
      member.peer.send({ type: 'role', role });
    }
  }

  broadcast(message: ServerMessage): void {
    for (const member of this.#members.values()) member.peer.send(message);
  }

  closeAll(code: number): void {
    for (const { peer } of [...this.#members.values()]) peer.close(code);
  }

  #hello(
    peer: Peer,
    user: Self,
    role: Role,
    hello: Extract<ClientMessage, { type: 'hello' }>,
  ): void {
    const member: Member = { ...user, clientId: hello.clientId, peer, role };
    this.#members.set(peer, member);
    this.#known.add(member.clientId);
    const joined = this.#joined(member);
    const { head } = this.document;
    if (hello.revision === null) {
      const contents = this.document.contents().ops;
      peer.send({ type: 'welcome', ...joined, contents, revision: head });
    } else if (hello.revision > head || (hello.epoch ?? this.epoch) !== this.epoch) {
      this.resync(peer);
    } else {
      peer.send({ type: 'welcome', ...joined });
      const changes = this.document.after(hello.revision);
      if (changes.length > 0) peer.send({ type: 'changes', changes });
    }
    this.#toOthers(member, { type: 'presence', joined: [participant(member)] });
  }

  #joined(member: Member) {
    const { userId, displayName, color } = member;
    return {
      protocol: 1,
      head: this.document.head,
      epoch: this.epoch,
      role: member.role,
      acknowledged: this.document.acknowledged(member.clientId),
      self: { userId, displayName, color },
      participants: [...this.#members.values()].map(participant),
    };
  }

  #fromMember(member: Member | undefined, message: ClientMessage): void {
    if (member === undefined) throw new Error(`${message.type} came before hello`);
    if (message.type === 'submit' && !this.deaf) this.#submit(member, message);
    if (message.type === 'cursor') {
      const { revision, range } = message;
      const { clientId } = member;
      const status = [{ clientId, status: message.status ?? ('active' as const) }];
      const cursors = [{ clientId, revision, range }];
      this.#toOthers(member, { type: 'presence', cursors, status });
    }
    if (message.type === 'hash') void this.#compare(member, message);
  }

  async #compare(
    { peer }: Member,
    { revision, hash }: Extract<ClientMessage, { type: 'hash' }>,
  ): Promise<void> {
    this.hashes.push({ revision, hash });
    if (revision !== this.document.head) return;
    if ((await contentsHash(this.document.contents())) === hash) return;
    this.diverged += 1;
    this.resync(peer, 'hash-mismatch');
  }

  #submit(member: Member, message: Extract<ClientMessage, { type: 'submit' }>): void {
    const { seq } = message;
    const refusal = this.refuse(seq);
    if (refusal !== undefined) {
      member.peer.send({ type: 'rejected', seq, message: 'refused', ...refusal });
      return;
    }
    const { clientId, userId } = member;
    if (member.role === 'viewer' || member.role === 'commenter') {
      const message = 'may not write';
      member.peer.send({ type: 'rejected', seq, code: 'forbidden', message, retryable: false });
      return;
    }
    const result = this.document.submit({ ...message, clientId, userId });
    if (result.kind === 'rejected') {
      const { code, message: why } = result;
      member.peer.send({ type: 'rejected', seq, code, message: why, retryable: false });
    }
    if (result.kind !== 'committed') return;
    const { delta: _, ...ack } = result.change;
    member.peer.send({ type: 'changes', changes: [ack] });
    this.#toOthers(member, { type: 'changes', changes: [result.change] });
  }

  #toOthers(member: Member, message: ServerMessage): void {
    for (const each of this.#members.values()) if (each !== member) each.peer.send(message);
  }
}

function participant({ clientId, userId, displayName, color }: Member): Participant {
  return { clientId, userId, displayName, color };
}
