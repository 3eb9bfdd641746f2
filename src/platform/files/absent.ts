/** For `.catch`: null where the failure is one of these codes, `ENOENT` when none is named; any other failure goes on. */
export const nullOn =
  (...codes: readonly (string | number)[]) =>
  (error: unknown): null => {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    if ((codes.length === 0 ? ['ENOENT'] : codes).some((expected) => expected === code)) return null;
    throw error;
  };
