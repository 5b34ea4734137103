import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Problem } from '../problem';

export interface Clock {
	/** For the programs that are to live in this time: n8n, its workers, its database. */
	env: Record<string, string>;
	/** Now in this time, in milliseconds since 1970. */
	now(): number;
	/** Puts every program with `env` this many seconds ahead at once; sockets and timers keep their pace. Never backwards. */
	advance(seconds: number): void;
}

const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((target) => `/usr/lib/${target}/faketime/libfaketime.so.1`);

/** Where libfaketime is on this machine; undefined where it is not. */
export const findFaketime = (): string | undefined => libraries.find((path) => existsSync(path));

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A clock that is moved by hand, kept in `folder`; `node` is the binary that runs n8n. What is scheduled by a timer, such as a
 * Schedule Trigger's next run or n8n's own polling, does not see a jump: start the execution that would be due.
 * https://github.com/wolfcw/libfaketime
 */
export const passTime = (folder: string, node: string): Clock => {
	const library = findFaketime();
	if (!library)
		throw new Problem(
			'Passing time needs libfaketime, which is not here: install it on Debian or Ubuntu with "apt-get install faketime" (Windows and macOS: use WSL or a container).',
		);
	const bin = join(folder, 'bin');
	mkdirSync(bin, { recursive: true });
	const file = join(folder, 'offset');
	let offset = 0;
	const write = () => {
		// Renamed, since every program reads the file at every look at the clock.
		writeFileSync(`${file}.new`, `+${offset}\n`);
		renameSync(`${file}.new`, file);
	};
	write();
	const faked = {
		LD_PRELOAD: library,
		FAKETIME_TIMESTAMP_FILE: file,
		FAKETIME_NO_CACHE: '1',
		FAKETIME_DONT_FAKE_MONOTONIC: '1',
		NO_FAKE_STAT: '1',
	};
	// n8n starts the Code node's runner as `node` with PATH and hardly anything else of its environment.
	const wrapper = join(bin, 'node');
	const assignments = Object.entries(faked).map(([name, value]) => `${name}=${quote(value)}`);
	writeFileSync(wrapper, `#!/bin/sh\n${assignments.join(' ')} exec ${quote(node)} "$@"\n`);
	chmodSync(wrapper, 0o755);
	return {
		env: { ...faked, PATH: [bin, dirname(node), process.env.PATH ?? ''].join(delimiter) },
		now: () => Date.now() + offset * 1000,
		advance: (seconds) => {
			if (!(seconds >= 0)) throw new Problem(`Time passes by 0 seconds or more, not by ${seconds}.`);
			offset += seconds;
			write();
		},
	};
};
