import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { eventually, listProcesses } from '../support/processes.js';

const { measureCeiling } = await import(new URL('../../dist/stage/index.js', import.meta.url).href);
const entry = fileURLToPath(new URL('../../dist/stage/entry/busy.js', import.meta.url));
const busy = (): number =>
  listProcesses().filter(({ command, parent }) => parent === process.pid && command.includes(entry)).length;

describe('measureCeiling', () => {
  it('gives what is possible now, and leaves nobody', async () => {
    const { speedup } = await measureCeiling(2, {});
    expect(speedup).toBeGreaterThan(0.3);
    expect(speedup).toBeLessThan(availableParallelism() === 1 ? 2 : 3);
    expect(await eventually(() => busy() === 0)).toBe(true);
  });

  it('can be aborted, and leaves nobody', async () => {
    const controller = new AbortController();
    const measuring = measureCeiling(2, { signal: controller.signal });
    expect(await eventually(() => busy() === 2)).toBe(true);
    controller.abort(new Error('enough'));
    await expect(measuring).rejects.toThrow('enough');
    expect(await eventually(() => busy() === 0)).toBe(true);
  });
});
