const workerpool = require('workerpool');

workerpool.worker({ square: (n) => n * n });
