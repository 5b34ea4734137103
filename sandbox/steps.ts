import { Problem } from './problem';

/** Tells what a running step does right now; shown beside its elapsed time. */
export type Note = (text: string) => void;

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const plainEvery = 15_000;

const elapsed = (since: number): string => {
	const seconds = (Date.now() - since) / 1000;
	return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
};

/**
 * Runs one named step and shows it: a spinner with notes and elapsed time on a terminal, plain lines otherwise.
 * A step may answer a remark through `done`, printed on its final line.
 */
export const step = async <T>(label: string, work: (note: Note, done: Note) => Promise<T>): Promise<T> => {
	const start = Date.now();
	const out = process.stdout;
	let doing = '';
	let remark = '';
	let frame = 0;
	const line = () => `${label}${doing ? ` · ${doing}` : ''} · ${elapsed(start)}`;
	const spin = () => {
		const text = `${frames[frame++ % frames.length] ?? ''} ${line()}`;
		out.write(`\r\u001b[2K${text.slice(0, Math.max(20, (out.columns ?? 80) - 1))}`);
	};
	if (!out.isTTY) out.write(`… ${label}\n`);
	const timer = out.isTTY ? setInterval(spin, 120) : setInterval(() => out.write(`  ${line()}\n`), plainEvery);
	const finish = (mark: string, text: string) => {
		clearInterval(timer);
		out.write(`${out.isTTY ? '\r\u001b[2K' : ''}${mark} ${label}${text ? ` · ${text}` : ''} · ${elapsed(start)}\n`);
	};
	try {
		const result = await work(
			(text) => (doing = text),
			(text) => (remark = text),
		);
		finish('✔', remark);
		return result;
	} catch (error) {
		finish('✖', error instanceof Problem ? '' : 'unexpected error');
		throw error;
	}
};
