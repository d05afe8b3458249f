import type { Command } from 'commander';

/** Adds `demo` as help tells of it. What it takes, `completeDemo` adds: it knows all demos, which only `demo` needs. */
export function addDemo(program: Command): Command {
  return program
    .command('demo')
    .description('watch real processes at work')
    .usage('[name | file] [options] [-- arguments]')
    .argument('[name]', 'one of the demos below, or the file of a program of yours (.py, .js, .mjs, .cjs)')
    .argument('[arguments...]', 'what your program is given')
    .option('--all', 'play all demos, one after the other');
}
