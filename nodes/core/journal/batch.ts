import { wait } from '../wait';

/** Milliseconds for which more is waited for where there is much to do. */
const GATHER = 30;

/**
 * Gathers what is asked for while a call is under way, and does it all in the next one: many lines written side by side cost
 * the journal as many calls as one after the other would.
 */
export class Batch<Input, Output> {
	private waiting: { input: Input; resolve(output: Output): void; reject(error: unknown): void }[] = [];
	private busy = false;
	private crowded = false;

	/** `run` answers one output for each input, in their order. */
	constructor(private readonly run: (inputs: Input[]) => Promise<Output[]>) {}

	async add(input: Input): Promise<Output> {
		const output = new Promise<Output>((resolve, reject) => this.waiting.push({ input, resolve, reject }));
		if (!this.busy) void this.drain();
		return await output;
	}

	private async drain(): Promise<void> {
		this.busy = true;
		// What is asked for in the same breath goes together.
		await Promise.resolve();
		while (this.waiting.length > 0) {
			if (this.crowded) await wait(GATHER);
			const now = this.waiting;
			this.waiting = [];
			this.crowded = now.length > 1;
			try {
				const outputs = await this.run(now.map(({ input }) => input));
				for (const [index, { resolve, reject }] of now.entries()) {
					if (index in outputs) resolve(outputs[index] as Output);
					else reject(new Error('The journal answered less than it was asked for.'));
				}
			} catch (error) {
				for (const { reject } of now) reject(error);
			}
		}
		this.busy = false;
	}
}
