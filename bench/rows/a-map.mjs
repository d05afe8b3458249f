import { names, nodePeers } from '../programs/pool/contestants.mjs';

const ours = (name, how) => ({ name, ours: true, node: 'programs/pool/many.mjs', args: ['ours', how] });
const python = (name, kind, how) => ({ name, python: 'python/many.py', args: [kind, how] });

const peers = nodePeers('programs/pool/many.mjs', ['chunks'], { note: ', chunks by hand' });
const best = python('Python Pool.map, best chunksize', 'pool', 'best map');
const plain = python('Python Pool.map', 'pool', 'map');
const bare = { name: 'two bare forks, half of the items each, first message', node: 'programs/pool/bare-map.mjs' };
const first = python('Python Pool.map, first call', 'pool', 'first map');

export default {
  id: 'a',
  title: '10,000 × square(n) in one call, 2 workers',
  unit: 'tasks/s',
  better: 'more',
  contestants: [
    ours('Pool.map', 'map'),
    ours('Pool.map, first call', 'first map'),
    plain,
    best,
    first,
    bare,
    python('ProcessPoolExecutor.map', 'executor', 'map'),
    python('ProcessPoolExecutor.map, best chunksize', 'executor', 'best map'),
    ...peers,
  ],
  targets: [
    { says: 'Pool.map, beside peers with the best of several chunk sizes', ours: 'Pool.map', beside: names([plain, best, ...peers]), atLeast: 1 },
    { says: 'the first call beside that of Python', ours: 'Pool.map, first call', beside: first.name, atLeast: 0.9 },
    { says: "the first call beside Python's later ones", ours: 'Pool.map, first call', beside: plain.name, atLeast: 0.9 },
  ],
  notes: [
    'Chunks by hand: the caller cuts the items into 2, 4, 8 or 20 arrays and has a function that takes an array; of these the best is measured.',
    'The bare forks tell what a first call takes at least in Node: JSON out and back, the code of neither side warm. Python forks, so its workers have warm code from the start.',
    'First call: the workers are ready, and neither they nor the caller have done such a task before.',
  ],
};
