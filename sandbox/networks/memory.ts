import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decode, encode, fileOf, moveOrigin } from './snapshot';
import type { Remembered } from './world';

/** Milliseconds from a change to its writing, so that a burst of calls is written once. */
const PAUSE = 2000;
/** Collecting what is to be written stops all else: it may take this share of the time. */
const BUSY_SHARE = 1 / 20;
/** With at most 256 MB of media the file stays below 300 MB. */
const STATE_BYTES = 40 * 1024 * 1024;

/** What the networks hold, kept in a file from one start to the next. */
export interface Memory {
	/** To be called after everything that may have changed something; what is as before is not written again. */
	changed(): void;
	/** Writes the last changes. */
	close(): Promise<void>;
}

interface Options {
	/** Its folder is created. A file that cannot be read is moved aside as `<file>.broken`. */
	file: string;
	/** Addresses in a file written under another origin are changed to this one. */
	origin: string;
	parts: Record<string, Remembered>;
	/** Brings all parts back to the seed. */
	reset(): void;
}

interface Saved {
	origin: string;
	parts: Record<string, unknown>;
}

/** Loads the file into the parts, then writes it anew after changes: beside the old one first, so that a crash leaves one of both whole. */
export function openMemory({ file, origin, parts, reset }: Options): Memory {
	recall({ file, origin, parts, reset });
	let pause = PAUSE;
	let written: Buffer = Buffer.alloc(0);
	let timer: NodeJS.Timeout | undefined;
	let writing = Promise.resolve();
	let closed = false;

	const save = async (): Promise<void> => {
		const started = performance.now();
		const saved: Saved = { origin, parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.save()])) };
		const encoded = encode(saved);
		pause = Math.max(PAUSE, (performance.now() - started) / BUSY_SHARE);
		if (encoded.state.equals(written)) return;
		if (encoded.state.length > STATE_BYTES) {
			console.log(`The sandbox holds too many posts to keep: ${file} stays as it was; POST /_sandbox/reset starts afresh.`);
			return;
		}
		try {
			await writeFile(`${file}.new`, fileOf(encoded), { mode: 0o600 });
			await rename(`${file}.new`, file);
			written = encoded.state;
		} catch (error) {
			console.log(`The sandbox cannot write ${file} (${reason(error)}): what it holds will be lost when it stops.`);
		}
	};
	const saveInTurn = (): Promise<void> => (writing = writing.then(save));
	return {
		changed() {
			// What a closed sandbox still does must not overwrite the file of the one that follows it.
			if (closed) return;
			timer ??= setTimeout(() => {
				timer = undefined;
				void saveInTurn();
			}, pause).unref();
		},
		async close() {
			closed = true;
			clearTimeout(timer);
			await saveInTurn();
		},
	};
}

function recall({ file, origin, parts, reset }: Options): void {
	mkdirSync(path.dirname(file), { recursive: true });
	if (!existsSync(file)) return;
	try {
		const saved: Saved = decode(readFileSync(file));
		if (saved.origin !== origin) moveOrigin(saved.parts, saved.origin, origin);
		for (const [name, part] of Object.entries(parts)) if (name in saved.parts) part.load(saved.parts[name]);
	} catch (error) {
		reset();
		renameSync(file, `${file}.broken`);
		console.log(`The sandbox starts empty: ${file} cannot be read because ${reason(error)}; it is now ${file}.broken.`);
	}
}

function reason(error: unknown): string {
	return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
