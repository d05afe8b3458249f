let importing = 0;

/** Imports the module of a child's function. */
export async function importModule(url: string): Promise<object> {
  importing++;
  try {
    return await import(url);
  } finally {
    importing--;
  }
}

/** Whether we are a child whose module is just being imported: what that started would start others, without end. */
export function isImporting(): boolean {
  return importing > 0;
}
