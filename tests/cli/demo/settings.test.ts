import { describe, expect, test } from 'vitest';
import { complete } from '../../../src/cli/demo/settings.js';
import { demos, type Demo } from '../../../src/demos/catalogue/index.js';

const demo = (name: string): Demo => demos.find((each) => each.name === name) ?? expect.fail(`there is no demo ${name}`);

describe('what a demo is given', () => {
  test('an item that kills by default is there, however few there are', () => {
    const { kill } = complete(demo('crash'), {});
    expect(kill).toBeGreaterThan(2);
    expect(complete(demo('crash'), { items: 2 })).toMatchObject({ items: 2, kill: 2 });
  });

  test('one that was asked for, and is not there, is refused', () => {
    expect(() => complete(demo('crash'), { items: 2, kill: 3 })).toThrow(/--kill 3 would never happen: there are only 2 items/);
  });
});
