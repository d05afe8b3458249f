import { describeRun } from '../../../proof/runs.js';
import { type Capabilities, clean, glyphs, pad, paint, wrap } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import { inPage, joined } from '../lines.js';
import { drawBars } from './draw-bars.js';
import { asserted, contrastInWords, inUnits, measured, medianOf } from './outcome-words.js';
import { factsOf, seenFacts } from './seen-facts.js';
import { partOf, saidInWords, type Showing } from './showing.js';
import { type Bar, tally } from './tally.js';
import { headOf, verdictInWords } from './verdict-words.js';

const LABEL = 10;

/** The proof of a claim as far as it has come: what runs, what was seen, what decides, where it must fail, the verdict. */
export function claimBody(showing: Showing, capabilities: Capabilities): string[] {
  const { columns, colour } = capabilities;
  const { strong } = paint(colour);
  const { claim, end, isKey, waits } = showing;
  const isSkipped = end?.status === 'skipped';
  return joined([
    wrap(strong(clean(claim.text)), columns),
    isSkipped ? [] : whatRuns(showing, columns),
    isSkipped ? [] : whatWasSeen(showing, columns),
    whatDecides(showing, columns),
    isSkipped ? [] : whereItMustFail(showing, columns),
    waits ? inPage(waits, capabilities) : [],
    end ? [strong(headOf(end)), ...verdictInWords(end, isKey)].flatMap((sentence) => wrap(sentence, columns)) : [],
  ]);
}

function whatRuns({ claim }: Showing, columns: number): string[] {
  const { runs, times, asserts } = claim.proof;
  const often = asserts.kind === 'sometimes' ? `at most ${times} times` : times === 1 ? '' : `${times} times`;
  const commands = runs.map((run, index) => `${clean(describeRun(run))}${index === 0 && often !== '' ? `, ${often}${runs.length > 1 ? ' each' : ''}` : ''}`);
  return labelled('Runs', commands, columns);
}

function whatWasSeen(showing: Showing, columns: number): string[] {
  const { asserts, shows } = showing.claim.proof;
  const runs = partOf(showing, 'run');
  if (runs.length === 0 && partOf(showing, 'to').length === 0) {
    return showing.end ? [] : labelled('Seen', ['nothing yet: the first run is under way'], columns);
  }
  const untold = runs.find(({ why }) => why !== undefined)?.why;
  const bars = tally(showing);
  const of = shows === undefined || asserts.kind === 'hung' ? '' : `${clean(shows)}, `;
  return [
    ...(asserts.kind === 'ratio' ? [] : labelled('Seen', [`${of}in ${counted(runs.length, 'run')}:`], columns)),
    ...(asserts.kind === 'ratio' ? drawMeasured(showing, columns) : drawBars(bars, columns)),
    ...(untold === undefined ? [] : wrap(`A run does not tell: ${clean(untold)}`, columns, '  ')),
    ...youSaid(showing, bars, columns),
  ];
}

/** Where no bar stands for it. */
function youSaid({ said }: Showing, bars: readonly Bar[], columns: number): string[] {
  const isMarked = bars.some(({ isSaid }) => isSaid);
  return said?.kind === 'answer' && !isMarked ? labelled('You said', [clean(saidInWords(said))], columns) : [];
}

/** Of a ratio the medians, with bars as long as they are large. */
function drawMeasured(showing: Showing, columns: number): string[] {
  const { asserts, runs } = showing.claim.proof;
  if (asserts.kind !== 'ratio') {
    return [];
  }
  const { fact, to } = asserts;
  const rows = [...runs.map((run) => ({ part: 'run' as const, run })), { part: 'to' as const, run: to }].map(({ part, run }) => {
    const evidence = partOf(showing, part).filter((each) => each.run === run);
    return { name: describeRun(run), evidence, median: medianOf(evidence) };
  });
  const longest = Math.max(...rows.map(({ median = 0 }) => median));
  const base = rows.at(-1)?.median;
  const room = Math.max(1, Math.min(30, columns - 30));
  return [
    ...labelled('Measured', [clean(fact)], columns),
    ...rows.flatMap(({ name, evidence, median = 0 }) => [
      ...wrap(clean(name), columns, '  '),
      `    ${drawLength(median, longest, room)}${measured(evidence, fact)}`,
    ]),
    ...rows.slice(0, -1).flatMap(({ median }) => (median === undefined || !base ? [] : [`  ratio ${inUnits(median / base, 'ratio')}`])),
  ];
}

function drawLength(value: number, longest: number, room: number): string {
  const marks = longest > 0 ? Math.round((value / longest) * room) : 0;
  return marks === 0 ? '' : `${glyphs.full.repeat(marks)} `;
}

function whatDecides(showing: Showing, columns: number): string[] {
  const { claim } = showing;
  const { label, words, written } = asserted(claim);
  const { asserts, shows } = claim.proof;
  const names = factsOf(claim).filter((name) => name !== shows);
  const facts = asserts.kind === 'ratio' || asserts.kind === 'hung' ? '' : seenFacts(names, partOf(showing, 'run'));
  const says = [words, written].filter((each) => each !== undefined).map(clean);
  return [...labelled(label, says, columns), ...(facts === '' ? [] : labelled('Facts', [facts], columns))];
}

/** Contrasts of which the same is to be said stand together. */
function whereItMustFail(showing: Showing, columns: number): string[] {
  const { contrasts, asserts } = showing.claim.proof;
  const all = contrasts.map((run) => ({ name: clean(describeRun(run)), words: clean(contrastInWords(showing, run)) }));
  const lines = all.flatMap(({ name, words }, index) => (all[index + 1]?.words === words ? [name] : [name, words]));
  return labelled(asserts.kind === 'sometimes' ? 'Contrast' : 'Must fail', lines, columns);
}

/** The label stands before the first text, spaces before the others. */
function labelled(label: string, texts: readonly string[], columns: number): string[] {
  return texts.flatMap((text, index) => wrap(text, columns, pad(index === 0 ? label : '', LABEL)));
}
