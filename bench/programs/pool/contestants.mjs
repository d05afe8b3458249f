// The pools of peers.mjs as contestants of a row: how they are called, and which package they need.
const NODE_PEERS = {
  piscina: 'piscina',
  'tinypool, processes': 'tinypool',
  'tinypool, threads': 'tinypool',
  'workerpool, processes': 'workerpool',
  'workerpool, threads': 'workerpool',
  'jest-worker, processes': 'jest-worker',
  'jest-worker, threads': 'jest-worker',
};
/** Of these a worker can be told to have more than one task at once. */
export const WITH_FLIGHTS = ['piscina', 'tinypool, processes', 'tinypool, threads'];

/**
 * A contestant for each of the peers.
 * @param node - the program, below bench/, which gets the peer's name and then `args`
 * @param note - said behind the name
 */
export function nodePeers(node, args, { note = '', only = Object.keys(NODE_PEERS) } = {}) {
  return only.map((name) => ({ name: `${name}${note}`, peer: NODE_PEERS[name], node, args: [name, ...args] }));
}

export const names = (contestants) => contestants.map(({ name }) => name);
