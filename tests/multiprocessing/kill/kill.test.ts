import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const storm = fileURLToPath(new URL('storm.mjs', import.meta.url));
/** Of each kind: 2,000 in all. `npm run kill -- --times 100000` is for those who have an hour or two. */
const KILLS = 400;
const LIMIT_MS = 240_000;

test.each(['queue', 'bounded queue', 'lock', 'pool', 'pipe'])('%s: 400 processes killed at random moments wedge nobody, corrupt nothing, leave nothing', async (kind) => {
  const child = spawn(process.execPath, ['--expose-gc', storm, '--times', String(KILLS), '--only', kind, '--seed', String(process.pid)], { stdio: 'pipe', timeout: LIMIT_MS - 5000, killSignal: 'SIGKILL' });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect({ stderr, code, stdout }).toMatchObject({ stderr: '', code: 0 });
  const { kills, faults } = JSON.parse(stdout) as { kills: number; faults: string[] };
  expect({ kills, faults }).toEqual({ kills: KILLS, faults: [] });
}, LIMIT_MS);
