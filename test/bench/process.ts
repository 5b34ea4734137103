import { readFileSync, writeFileSync } from 'node:fs';
import { Problem } from '../../sandbox/problem';

/** Clock ticks a second of /proc/<pid>/stat: 100 on every Linux that Node.js supports. */
const TICKS = 100;

const read = (pid: number, file: string) => {
	try {
		return readFileSync(`/proc/${pid}/${file}`, 'utf8');
	} catch {
		throw new Problem('The bench reads CPU time and memory from /proc: run it on Linux.');
	}
};

/** CPU time a process has used so far, in ms. */
export function cpuOf(pid: number): number {
	const [, fields = ''] = read(pid, 'stat').split(') ');
	const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
	return ((user + system) * 1000) / TICKS;
}

const megabytes = (pid: number, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(pid, 'status'))?.[1]) / 1024;

/** Resident memory now, in MB. */
export const residentOf = (pid: number) => megabytes(pid, 'VmRSS');

/** Starts the peak anew: https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html */
export const resetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** Highest resident memory since `resetPeak`, in MB. */
export const peakOf = (pid: number) => megabytes(pid, 'VmHWM');
