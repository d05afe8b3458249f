import { demos } from '../../src/demos/catalogue/index.js';

const QUICK = { items: 3, delay: 10 };

/** What else a demo needs, so that it comes to its end. */
const TO_END: { readonly [name: string]: readonly string[] } = { deadlock: ['--order', 'fixed'] };

/** The options with which a demo is done soon: not all demos have all of them. */
export function quickly(name: string): string[] {
  const settings = demos.find((demo) => demo.name === name)?.settings ?? {};
  const quick = Object.entries(QUICK).flatMap(([option, value]) => {
    const offered = settings[option];
    return offered && 'min' in offered ? [`--${option}`, String(value)] : [];
  });
  return [...quick, ...(TO_END[name] ?? [])];
}
