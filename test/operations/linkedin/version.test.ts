import { linkedin } from '../../../nodes/platforms/linkedin';
import { openStage } from './stage';
import type { Stage } from './stage';

const DAY = 24 * 60 * 60_000;
const end = Date.parse(linkedin.version.until);

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
beforeEach(async () => await stage.begin());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await stage.close());

const hints = async () => (await stage.execute('post:createText', { text: `Bonjour ${Math.random()}` })).hints;
/** This machine’s date alone: the connection must live on. */
const ahead = (ms: number) => {
	const real = Date.now;
	jest.spyOn(Date, 'now').mockImplementation(() => real() + ms);
};

test('beside the output nothing is told until two months before the version ends', async () => {
	expect(await hints()).toEqual([]);
	ahead(end - Date.now() - 59 * DAY);
	// A token of sixty days is over by then.
	const output = await stage.execute('account:get', {}, { continueOnFail: true });
	expect(output.hints).toEqual([`LinkedIn switches version ${linkedin.version.name} of its API off on ${linkedin.version.until}. Update QMARK before that day.`]);
});

test('once it is over the node says what to do', async () => {
	// A connection that outlives the version.
	await stage.settings({ linkedin: { accessSeconds: 1_000_000_000 } });
	await stage.connect();
	await stage.advance((end - Date.now()) / 1000 + 1);
	expect(await stage.refused('post:createText', { text: 'Bonjour' })).toMatchObject({ error: 'LinkedIn refused: Requested version 20260901 is not active', details: { verdict: 'stop', code: 'NONEXISTENT_VERSION', hint: expect.stringContaining('update n8n-nodes-qmark') } });
});
