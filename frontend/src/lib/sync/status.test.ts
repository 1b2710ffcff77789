import { expect, it } from 'vitest';
import { statusOf, type Kept, type StatusFacts } from './status';

const NOW = 1_000_000;
const on = (edits: number): Kept => ({ edits, where: 'device' });
const joined: StatusFacts = {
  link: { kind: 'joined' },
  unlinkedSince: undefined,
  opened: true,
  unconfirmedSince: undefined,
  kept: on(0),
  savedAt: undefined,
};
const typing = (ms: number): StatusFacts => ({
  ...joined,
  unconfirmedSince: NOW - ms,
  kept: on(1),
});
const lost = (ms: number, edits = 0): StatusFacts => ({
  ...joined,
  link: { kind: 'waiting', retryAt: NOW + 1 },
  unlinkedSince: NOW - ms,
  unconfirmedSince: edits > 0 ? NOW - ms : undefined,
  kept: on(edits),
});

it.each<[string, StatusFacts, ReturnType<typeof statusOf>]>([
  ['nothing is unconfirmed', { ...joined, savedAt: 7 }, { kind: 'saved', at: 7 }],
  ['unconfirmed for 1 ms', typing(1), { kind: 'editing' }],
  ['unconfirmed for 400 ms', typing(400), { kind: 'editing' }],
  ['unconfirmed for 401 ms', typing(401), { kind: 'saving' }],
  ['unconfirmed for 5 s', typing(5_000), { kind: 'saving' }],
  ['unconfirmed for more than 5 s', typing(5_001), { kind: 'slow' }],
  ['lost for 2 s, all committed', lost(2_000), { kind: 'saved', at: undefined }],
  ['lost for 1 s with edits', lost(1_000, 3), { kind: 'saving' }],
  ['lost for more than 2 s', lost(2_001, 12), { kind: 'reconnecting', kept: on(12) }],
  ['lost for more than 10 s', lost(10_001, 12), { kind: 'offline', kept: on(12) }],
  [
    'not opened yet',
    { ...lost(500), link: { kind: 'connecting' }, opened: false },
    { kind: 'opening' },
  ],
  ['never opened', { ...lost(10_001), opened: false }, { kind: 'offline', kept: on(0) }],
  [
    'ended, whatever else is true',
    { ...typing(9_000), link: { kind: 'ended', reason: 'no-access' } },
    { kind: 'ended', reason: 'no-access' },
  ],
])('%s', (_name, facts, status) => {
  expect(statusOf(facts, NOW)).toEqual(status);
});
