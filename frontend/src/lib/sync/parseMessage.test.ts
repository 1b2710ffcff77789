import { expect, it } from 'vitest';
import { ProtocolError, parseMessage } from './parseMessage';

it.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['no type', '{}'],
  ['an unknown type', '{"type":"surprise"}'],
  ['a type from the prototype', '{"type":"constructor"}'],
  ['changes that are no list', '{"type":"changes","changes":{}}'],
  ['a change without a revision', '{"type":"changes","changes":[{"clientId":"a","seq":1}]}'],
  ['a fraction', '{"type":"drain","retryAfterMs":0.5}'],
  ['a resync without contents', '{"type":"resync","revision":1}'],
])('%s is a protocol error', (_name, frame) => {
  expect(() => parseMessage(frame)).toThrow(ProtocolError);
});

it('unknown fields are ignored and null means absent', () => {
  const frame = '{"type":"presence","joined":null,"left":["a"],"weather":"fine"}';
  expect(parseMessage(frame)).toMatchObject({ type: 'presence', left: ['a'] });
  expect(parseMessage(frame)).not.toHaveProperty('joined');
});

it('E2_a_change_may_come_without_its_delta', () => {
  const frame = '{"type":"changes","changes":[{"revision":1,"clientId":"a","seq":1,"delta":null}]}';
  expect(parseMessage(frame).type).toBe('changes');
});
