import { createHash } from 'node:crypto';
import Delta, { type Op } from 'quill-delta';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seeded } from '../../testing/randomEdits';
import { sharedCases } from '../../testing/sharedCases';
import { canonicalJson } from '../ot/canonicalJson';
import { contentsHash, hex } from './contentsHash';
import { sha256 } from './sha256';

interface HashCase {
  readonly name: string;
  readonly contents: Op[];
  readonly json: string;
  readonly hash: string;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('E10_both_languages_hash_the_same', () => {
  it.each(sharedCases('contents-hashes.jsonl') as readonly HashCase[])('$name', async (each) => {
    const contents = new Delta(each.contents);
    expect(canonicalJson(contents)).toBe(each.json);
    expect(await contentsHash(contents)).toBe(each.hash);
  });
});

it('sha256_is_what_others_compute', () => {
  const random = seeded(7);
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000, 100_000]) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
    expect(hex(sha256(bytes)), String(length)).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  }
});

it('a_long_document_has_the_same_hash_with_and_without_the_help_of_the_browser', async () => {
  const long = new Delta().insert('0123456789'.repeat(20_000)).insert('\n');
  const helped = await contentsHash(long);
  vi.stubGlobal('crypto', {});
  expect(await contentsHash(long)).toBe(helped);
});
