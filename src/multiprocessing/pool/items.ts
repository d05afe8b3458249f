/** All items, at once. @throws TypeError for what cannot be gone through */
export function listOf<Item>(items: Iterable<Item>): Item[] {
  if (!isIterable(items)) {
    throw new TypeError('`map` takes a function and then the items, as in map(square, [1, 2, 3]). Items that come one by one in time are for `imap`.');
  }
  return [...items];
}

/** The items one by one; as they come in time, where they do. @throws TypeError for what cannot be gone through */
export function iteratorOf<Item>(items: Iterable<Item> | AsyncIterable<Item>): Iterator<Item> | AsyncIterator<Item> {
  if (isObject(items) && Symbol.asyncIterator in items) {
    return items[Symbol.asyncIterator]();
  }
  if (!isIterable(items)) {
    throw new TypeError('`imap` takes a function and then the items, as in imap(square, [1, 2, 3]).');
  }
  return items[Symbol.iterator]();
}

function isIterable(items: unknown): items is Iterable<unknown> {
  return typeof items === 'string' || (isObject(items) && Symbol.iterator in items);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
