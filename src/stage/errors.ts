/** What the stage could not do, in a sentence that says what, where and what to do about it. */
export class StageError extends Error {
  override readonly name = 'StageError';
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EAGAIN: 'too many processes',
  EDQUOT: 'the quota is used up',
  EIO: 'an input or output error',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files on this machine',
  ENOENT: 'it does not exist',
  ENOMEM: 'not enough memory',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'the system does not permit it',
  EROFS: 'it is read-only',
};

/** Why a system call failed, in words. */
export function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** As in `ENOENT`; empty for an error that is not the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
