import { setImmediate as nextTurn } from 'node:timers/promises';

/** A page is on the screen after two turns of the event loop; before that it cannot be replaced. */
export async function whenShown(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await nextTurn();
  }
}
