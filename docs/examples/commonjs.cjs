// In CommonJS the module's URL is made of its file name, and a function is exported under its own name.
const { pathToFileURL } = require('node:url');
const { isMain, Pool } = require('mp-tutor/multiprocessing');

const here = pathToFileURL(__filename).href;

exports.square = function square(n) {
  return n * n;
};

async function main() {
  const pool = new Pool(here, { workers: 3 });
  console.log(await pool.map(exports.square, [1, 2, 3]));
  await pool.close();
}

if (isMain(here)) {
  void main();
}
