import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from '../problem';
import type { Note } from '../steps';

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return systemCode(error) === 'EPERM';
	}
};

const holder = (file: string): number => {
	try {
		return Number(readFileSync(file, 'utf8'));
	} catch {
		return Number.NaN;
	}
};

/** Runs `work` while no other process holds the lock file; a lock whose process is gone is taken over. */
export const withLock = async <T>(file: string, note: Note, work: () => Promise<T>): Promise<T> => {
	for (;;) {
		try {
			writeFileSync(file, String(process.pid), { flag: 'wx' });
			break;
		} catch (error) {
			if (systemCode(error) !== 'EEXIST') throw error;
			const pid = holder(file);
			if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) {
				note(`waiting for process ${pid}, which does the same`);
				await delay(500);
			} else rmSync(file, { force: true });
		}
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
};
