import type { Needs } from './claim.js';
import { brief } from './controls.js';
import type { Mapping } from './mapping.js';
import type { Reading } from './reading.js';

const KEYS = ['cores', 'platform', 'python', 'gil'];
const PLATFORMS = ['linux', 'darwin'] as const;
const MOST_CORES = 64;
const VERSION = String.raw`(?:>=|<=|==|>|<)\s*\d+(?:\.\d+){0,2}`;
const VERSIONS = new RegExp(`^${VERSION}(?:\\s*,\\s*${VERSION})*$`);

/** What the machine must have. */
export function readNeeds(proof: Mapping, { findings }: Reading): Needs {
  const mapping = proof.group('needs', KEYS);
  const cores = mapping?.count('cores', { least: 1, most: MOST_CORES }, 'no number of cores');
  const platforms = mapping?.texts('platform')?.flatMap(({ value, spot }) => {
    const platform = PLATFORMS.find((each) => each === value);
    if (platform === undefined) {
      findings.broken(spot, `"${brief(value)}" is no platform of mp-tutor`, `take ${PLATFORMS.join(' or ')}`);
    }
    return platform ?? [];
  });
  const python = mapping?.text('python', 'write `python: ">=3.12"`');
  if (python && !VERSIONS.test(python.value)) {
    findings.broken(python.spot, `"${brief(python.value)}" is no range of versions`, 'write such as `">=3.12"` or `">=3.8, <3.14"`');
  }
  return { cores, platforms, python: python?.value, gil: mapping?.boolean('gil') };
}
