import { readBoolean } from './assertion.js';
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
  const cores = mapping?.text('cores', 'write `cores: 2`');
  const count = cores && readCount(cores.value, 1, MOST_CORES);
  if (cores && count === undefined) {
    findings.broken(cores.spot, `"${brief(cores.value)}" is no number of cores`, `write a whole number from 1 to ${MOST_CORES}`);
  }
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
  const gil = mapping?.text('gil', 'write `gil: true`');
  const hasGil = gil && readBoolean(gil.value);
  if (gil && hasGil === undefined) {
    findings.broken(gil.spot, `"${brief(gil.value)}" is neither true nor false`, 'write `gil: true` or `gil: false`');
  }
  return { cores: count, platforms, python: python?.value, gil: hasGil };
}

/** A whole number within its bounds. */
export function readCount(text: string, least: number, most: number): number | undefined {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return count >= least && count <= most ? count : undefined;
}
