import { demos } from '../../src/demos/catalogue/index.js';

const QUICK = { items: 3, delay: 10 };

/** The options with which a demo is done soon: not all demos have all of them. */
export function quickly(name: string): string[] {
  const settings = demos.find((demo) => demo.name === name)?.settings ?? {};
  return Object.entries(QUICK).flatMap(([option, value]) => {
    const offered = settings[option];
    return offered && 'min' in offered ? [`--${option}`, String(value)] : [];
  });
}
