import type { Answered } from '../question/answered.js';
import { saidOf } from '../question/said.js';
import { tellClaims } from '../tutor/show-me/tell-claims.js';
import { claimsFor } from '../tutor/withdrawn.js';
import { type Dialogue, tell, type Understood } from './dialogue.js';

/** Proves what the key of an answered question rests on, before the next line is read. */
export function proveInLines(answered: Answered, dialogue: Dialogue): Understood<never> {
  const { lines, interrupts } = dialogue;
  const claims = claimsFor(answered.question, dialogue.session.course);
  if (claims.length === 0) {
    return { says: 'There is no run that shows it.' };
  }
  // A program is printed as a whole: pages would take the keys from the dialogue.
  const session = { ...dialogue.session, capabilities: { ...dialogue.session.capabilities, animated: false } };
  const ask = async (question: string): Promise<boolean> => {
    await tell([`${question} Type y for yes; anything else is no.`], dialogue);
    return /^\s*y(?:es)?\s*$/i.test((await lines.next()) ?? '');
  };
  return {
    does: () => tellClaims(claims, saidOf(answered), { tell: (sentences) => tell(sentences, dialogue), session, interrupts, ask }),
  };
}
