/** What is wrong with the disk, and the fix, if that is what the error is about: a missing prerequisite. */
export function diskProblem(error: unknown): string | undefined;
