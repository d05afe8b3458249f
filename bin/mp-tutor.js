#!/usr/bin/env node
// What npm links. It is committed, since npm looks for it before `prepare` has built dist/. CommonJS starts sooner.
'use strict';
const { existsSync, mkdirSync, readFileSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { homedir } = require('node:os');
const path = require('node:path');

const root = `${path.dirname(__dirname)}/`;
const args = process.argv.slice(2);

if (process.platform === 'win32') {
  console.error('mp-tutor starts and watches Unix processes: on Windows, run it in WSL (https://aka.ms/wslinstall).');
  process.exitCode = 1;
} else if (args.length === 1 && args[0] === '--version') {
  console.log(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version);
} else if (!existsSync(`${root}dist/complete`)) {
  console.error(`mp-tutor is not built yet. In ${root} run \`npm install\`, which builds it, or \`npm run build\`.`);
  process.exitCode = 1;
} else {
  keepCompiled();
  void require('../dist/tutor/main.cjs').main(args);
}

/**
 * Node keeps what it has compiled where we keep what can be made again (`cli/tutor/kept-contents.ts`). Node 20 does not.
 * Below /proc it would try for ever to make folders, so the first one is made here.
 */
function keepCompiled() {
  const wanted = process.env.XDG_CACHE_HOME;
  const home = path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
  const folder = path.join(wanted?.startsWith('/') ? wanted : home, 'mp-tutor');
  if (existsSync(folder) || isMade(folder)) {
    enableCompileCache?.(path.join(folder, 'compiled'));
  }
}

function isMade(folder) {
  try {
    mkdirSync(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}
