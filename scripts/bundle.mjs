// Puts many small modules into a few files: Node takes longer to find a hundred of them than to run what is in them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** Koffi is machine code, which a bundle cannot hold. */
const EXTERNAL = ['koffi'];
/** Modules first: jsonc-parser's other entry calls a `require` of its own, which a bundler does not see. */
const MAIN_FIELDS = ['module', 'main'];
/** Where a file belongs that lies in a package: the folder of the package. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * Writes `dist/tutor/`, the command line with the packages that it uses, from what tsc has written to `dist/cli/`. It is
 * CommonJS, which Node loads in half the time. What is loaded only for one command stays apart; for those whose start
 * somebody waits for, it is as few files as can be.
 */
export async function bundleTutor(root) {
  const folder = `${root}dist/tutor`;
  const cli = `${root}dist/cli`;
  const [main, learn, demo] = [[`${cli}/main.js`], [`${cli}/learn/act.js`], ['options', 'act', 'play'].map((name) => `${cli}/demo/${name}.js`)];
  // In this order: what a group needs itself comes along, unless an earlier group has it.
  const groups = Object.entries({ start: [main], both: [learn, demo], learn: [learn], demo: [demo] }).map(([called, users], index) => ({
    name: (id, graph) => (!main.includes(id) && users.every((modules) => isNeededBy(modules, id, graph)) ? called : null),
    debugName: called,
    priority: 4 - index,
  }));
  const output = await bundle({ main: `${cli}/main.js` }, folder, { format: 'cjs', groups });
  const packages = new Set(output.flatMap(({ moduleIds }) => moduleIds.flatMap((id) => PACKAGE.exec(id)?.[0] ?? [])));
  writeFileSync(`${folder}/licenses.txt`, [...packages].toSorted((a, b) => a.localeCompare(b)).map(licenseOf).join('\n\n'));
}

/** Puts the library in the place of what tsc has written: its entries, and beside `index.js` what they have in common. */
export async function bundleLibrary(root) {
  const folder = `${root}dist/multiprocessing`;
  const entries = ['index', 'entry/process', 'entry/worker'];
  const input = Object.fromEntries(entries.map((name) => [name, `${folder}/${name}.js`]));
  const children = [input['entry/process'], input['entry/worker']];
  // What an entry does, it does where it is imported: so none of them stands beside another.
  const name = (id, graph) => (Object.values(input).includes(id) ? null : isNeededBy(children, id, graph) ? 'child' : 'library');
  const output = await bundle(input, folder, { format: 'esm', groups: [{ debugName: 'library', name }] });
  const written = new Set(output.map(({ fileName }) => fileName));
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !written.has(name))) {
    rmSync(`${folder}/${file}`);
  }
}

/** Whether one of the modules imports it, itself or by another, at once. */
function isNeededBy(modules, wanted, graph) {
  const seen = new Set(modules);
  // What is added meanwhile is looked at too.
  for (const id of seen) {
    graph.getModuleInfo(id)?.importedIds.forEach((imported) => seen.add(imported));
  }
  return seen.has(wanted);
}

/** @returns the files that were written */
async function bundle(input, dir, { format, groups }) {
  const build = await rolldown({ input, platform: 'node', external: EXTERNAL, resolve: { mainFields: MAIN_FIELDS } });
  const suffix = format === 'cjs' ? 'cjs' : 'js';
  try {
    return (await build.write({ dir, format, entryFileNames: `[name].${suffix}`, chunkFileNames: `[name]-[hash].${suffix}`, codeSplitting: { groups } })).output;
  } finally {
    await build.close();
  }
}

/** Whoever passes a package on passes its licence on too. */
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  const text = texts.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim()).join('\n\n');
  return `${name} ${version} (${license})\n\n${text}\n`;
}
