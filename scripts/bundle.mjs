// Puts the command line and the packages that it uses into a few files: Node takes longer to find three hundred modules
// than to run them. What is loaded only for one command stays apart.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** Where a file belongs that lies in a package: the folder of the package. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Writes `dist/tutor/`, from what tsc has written to `dist/cli/`. */
export async function bundle(root) {
  const folder = `${root}dist/tutor`;
  rmSync(folder, { recursive: true, force: true });
  // Koffi is machine code, which a bundle cannot hold.
  const build = await rolldown({ input: `${root}dist/cli/main.js`, platform: 'node', external: ['koffi'] });
  try {
    const { output } = await build.write({ dir: folder, format: 'esm', chunkFileNames: '[name]-[hash].js' });
    const packages = new Set(output.flatMap(({ moduleIds = [] }) => moduleIds.flatMap((id) => PACKAGE.exec(id)?.[0] ?? [])));
    writeFileSync(`${folder}/licenses.txt`, [...packages].toSorted((a, b) => a.localeCompare(b)).map(licenseOf).join('\n\n'));
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
