/** Starts a program, follows its trace and observes its processes in the OS; draws nothing. */
export { measureCeiling } from './ceiling.js';
export { StageError } from './errors.js';
export { findPython, type Python, type StartMethod } from './python.js';
export { type ProgramOptions, run, type Run } from './run.js';
