/** JSON need not escape these, but a terminal may obey them. */
const UNESCAPED_CONTROLS = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** The value as one line of JSON, without a byte that a terminal could obey. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNESCAPED_CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
