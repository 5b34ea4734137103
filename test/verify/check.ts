/** One line of a done list: what was to hold, whether it did, and the figure that says so. */
export interface Line {
	what: string;
	held: boolean;
	figure: string;
}

/** Collects the lines of an area and prints each as soon as it is known. */
export class DoneList {
	readonly lines: Line[] = [];

	/** `parts` to run; all when empty. `clone` is that of an earlier run, to go on in; a fresh one when not given. */
	constructor(
		readonly area: string,
		private readonly parts: string[] = [],
		readonly clone?: string,
	) {}

	check(what: string, held: boolean, figure: string | number): void {
		const line = { what, held, figure: String(figure) };
		this.lines.push(line);
		console.log(`${held ? '✔' : '✖'} ${what}: ${line.figure}`);
	}

	/** Runs a part that may break; a broken part is a line that did not hold. */
	async part(what: string, work: () => Promise<void>): Promise<void> {
		if (this.parts.length > 0 && !this.parts.includes(what)) return;
		try {
			await work();
		} catch (error) {
			this.check(what, false, error instanceof Error ? error.message : String(error));
		}
	}

	/** The last line, in the form that CI reads; answers whether all held. */
	close(): boolean {
		const failed = this.lines.filter(({ held }) => !held).length;
		console.log(`\n${this.area}: ${this.lines.length - failed} passed, ${failed} failed`);
		return failed === 0;
	}
}
