#!/usr/bin/env node
// What npm links. It is committed, since npm looks for it before `prepare` has built dist/.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

if (process.platform === 'win32') {
  console.error('mp-tutor starts and watches Unix processes: on Windows, run it in WSL (https://aka.ms/wslinstall).');
  process.exitCode = 1;
} else if (args.length === 1 && args[0] === '--version') {
  console.log(JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version);
} else if (!existsSync(`${root}/dist/complete`)) {
  console.error(`mp-tutor is not built yet. In ${root} run \`npm install\`, which builds it, or \`npm run build\`.`);
  process.exitCode = 1;
} else {
  // Node 20 has none.
  module.enableCompileCache?.();
  const { main } = await import('../dist/tutor/main.js');
  await main(args);
}
