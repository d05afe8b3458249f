// Our tasks for workerpool, whose workers load a file that registers them.
const workerpool = require('workerpool');

void import('./tasks.mjs').then((tasks) => workerpool.worker({ ...tasks }));
