import { expect, it } from 'vitest';
import { randomUuid } from './uuid';

it('is a version 4 UUID in canonical lower case, another one each time', () => {
  const ids = new Set(Array.from({ length: 100 }, () => randomUuid()));

  expect(ids.size).toBe(100);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
