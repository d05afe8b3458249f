import type { Demo, Values } from '../../demos/catalogue/index.js';
import { toJson, write } from '../../terminal/index.js';
import { tableSection, whatYouSaw } from '../../views/index.js';
import { EXIT } from '../exit.js';
import { askToGoOn } from './go-on.js';
import { type Played, play, type Playing } from './play.js';
import type { HowToRun } from './program.js';
import { joinSections } from './report.js';
import { sideBySide } from './side-by-side.js';

/** Plays Node's program, then Python's, and compares the runs. @returns the exit code */
export async function playBoth(demo: Demo, values: Values, how: HowToRun, playing: Playing): Promise<number> {
  const { io, output } = playing;
  const node = await play(demo, values, {}, playing);
  if ('code' in node) {
    return node.code;
  }
  const leaving = output.view === 'live' ? await askToGoOn('plays the same in Python', io) : undefined;
  if (leaving !== undefined) {
    return leaving;
  }
  const python = await play(demo, values, how, playing);
  if ('code' in python) {
    return python.code;
  }
  await write(io.stdout, compared(demo, values, node, python, playing));
  return EXIT.well;
}

function compared(demo: Demo, values: Values, node: Played, python: Played, { output: { view, capabilities } }: Playing): string {
  const rows = sideBySide(demo, node, python);
  const differences = demo.contrast?.(node.facts, python.facts) ?? [];
  if (view === 'json') {
    return `${toJson({ demo: demo.name, runtime: 'both', settings: values, compared: rows, differences })}\n`;
  }
  return joinSections([
    tableSection('Node and Python', rows, capabilities),
    whatYouSaw(differences, capabilities, 'What is different'),
  ]);
}
