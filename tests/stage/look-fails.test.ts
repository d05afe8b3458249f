import { expect, it, vi } from 'vitest';
import { start } from './support.js';

vi.mock('../../src/stage/waits/look.js', () => ({ lookAtWaits: () => Promise.reject(new Error('broken by a test')) }));

it('a program is ended at its limit although nobody can see who waits for whom', async () => {
  expect(await start('asleep.mjs', { limitMs: 1500 }).ended).toMatchObject({ ending: 'limit', waits: [] });
});
