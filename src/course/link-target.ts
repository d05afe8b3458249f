import { dirname, join } from 'node:path';

export interface FileTarget {
  readonly kind: 'file';
  /** Absolute. */
  readonly path: string;
  /** As the link writes it. */
  readonly name: string;
  readonly anchor: string | undefined;
}

/** Where a link of a lesson leads; undefined for what is not a file, such as a page of the web. */
export type Target =
  | FileTarget
  | { readonly kind: 'here'; readonly anchor: string }
  | { readonly kind: 'unreadable' };

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** @param file - the lesson with the link, absolute */
export function linkTarget(url: string, file: string): Target | undefined {
  if (SCHEME.test(url)) {
    return undefined;
  }
  const hash = url.indexOf('#');
  const [written, fragment] = hash < 0 ? [url, undefined] : [url.slice(0, hash), url.slice(hash + 1)];
  try {
    const name = decodeURIComponent(written.replace(/\?.*$/s, ''));
    const anchor = fragment === undefined ? undefined : decodeURIComponent(fragment);
    if (name === '') {
      return { kind: 'here', anchor: anchor ?? '' };
    }
    return { kind: 'file', path: join(dirname(file), name), name, anchor };
  } catch {
    // A percent sign that stands for nothing.
    return { kind: 'unreadable' };
  }
}
