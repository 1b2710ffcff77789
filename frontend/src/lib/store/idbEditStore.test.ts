import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { EditDatabases } from './editDatabase';
import { IdbEditStore } from './idbEditStore';
import type { KeptEdit, StoredQueue } from './storedQueue';

let store: IdbEditStore;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  store = new IdbEditStore(new EditDatabases());
});

const CONTENTS = '[{"insert":"\\n"}]';

function queue(clientId: string, userId = 'ana', documentId = 'plan'): StoredQueue {
  return {
    clientId,
    userId,
    documentId,
    epoch: 1,
    revision: 7,
    nextSeq: 4,
    role: 'editor',
    inflight: { seq: 3, delta: [{ retain: 1 }, { insert: '語😀' }], edits: 2 },
    buffer: { delta: [{ delete: 1 }], edits: 1 },
    sinceBase: [{ insert: 'x' }],
  };
}

const save = (each: StoredQueue): Promise<void> =>
  store.save(each, { base: { clientId: each.clientId, contents: CONTENTS }, strict: true });

it('what_is_saved_is_found_by_another_page', async () => {
  await save(queue('one'));
  const later = new IdbEditStore(new EditDatabases());
  expect(await later.queue('one')).toEqual({ queue: queue('one'), contents: CONTENTS });
});

it('a_queue_is_found_by_its_user_and_document_only', async () => {
  await save(queue('one'));
  await save(queue('two', 'ana', 'other'));
  await save(queue('three', 'ben'));
  expect((await store.queues('ana', 'plan')).map((found) => found.queue.clientId)).toEqual(['one']);
  expect(await store.queues('ana')).toHaveLength(2);
  expect(await store.queues('eve')).toEqual([]);
});

it('the_base_stays_where_it_is_not_written_again', async () => {
  await save(queue('one'));
  const { buffer: _, ...rest } = queue('one');
  await store.save(rest, { strict: false });
  expect(await store.queue('one')).toEqual({ queue: rest, contents: CONTENTS });
});

it('removing_leaves_nothing', async () => {
  await save(queue('one'));
  await store.remove('one');
  expect(await store.queue('one')).toBeUndefined();
  await store.save(queue('one'), { strict: false });
  expect(await store.queue('one')).toBeUndefined();
});

it('kept_edits_stay_until_they_are_discarded', async () => {
  const edit: KeptEdit = {
    id: 'one-3',
    userId: 'ana',
    documentId: 'plan',
    code: 'forbidden',
    text: 'words',
    mine: 'My words',
    theirs: 'My',
    index: 2,
  };
  await store.keep(edit);
  await store.keep(edit);
  expect(await store.kept('ana', 'plan')).toEqual([edit]);
  expect(await store.kept('ben', 'plan')).toEqual([]);
  await store.discard(edit.id);
  expect(await store.kept('ana', 'plan')).toEqual([]);
});

it('a_browser_without_a_database_rejects', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  await expect(save(queue('one'))).rejects.toThrow();
  globalThis.indexedDB = new IDBFactory();
  await expect(save(queue('one'))).resolves.toBeUndefined();
});
