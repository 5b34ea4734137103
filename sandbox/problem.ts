/** A failure that the reader can act on: its message is the whole story, so it is printed without a stack. */
export class Problem extends Error {
	override name = 'Problem';
}

/** The `code` of a Node.js system error (`EADDRINUSE`, `ENOSPC` …), or undefined. */
export const systemCode = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
