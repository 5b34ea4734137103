import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFaketime, passTime } from '../../../sandbox/n8n/clock';

const here = findFaketime() === undefined ? describe.skip : describe;

here('time that passes by hand', () => {
	const folder = mkdtempSync(join(tmpdir(), "qmark-clock-it's-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const clock = passTime(folder, process.execPath);
	const seen = (env: NodeJS.ProcessEnv) => Number(execFileSync('node', ['--print', 'Date.now()'], { encoding: 'utf8', env }));
	const seconds = (env: NodeJS.ProcessEnv) => {
		const before = clock.now();
		return [Math.floor((seen(env) - before) / 1000), Math.ceil((clock.now() - before) / 1000)];
	};

	it.each([0, 1, 3600, 60 * 86_400])('moves Date by exactly %d seconds', (by) => {
		const before = clock.now();
		clock.advance(by);
		expect(Math.round((clock.now() - before) / 1000)).toBe(by);
		const [late = -1, limit = 0] = seconds({ ...process.env, ...clock.env });
		expect(late).toBeGreaterThanOrEqual(0);
		expect(late).toBeLessThanOrEqual(limit);
	});

	it('reaches a program that is given PATH alone, as n8n gives it to its runner', () => {
		const [late = -1, limit = 0] = seconds({ PATH: clock.env.PATH });
		expect(late).toBeGreaterThanOrEqual(0);
		expect(late).toBeLessThanOrEqual(limit);
	});

	it.each([-1, Number.NaN])('never goes back: %d', (by) => expect(() => clock.advance(by)).toThrow('Time passes by 0 seconds or more'));
});
