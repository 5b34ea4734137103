import { tiktokCredential } from '../../support/connected';
import { MINUTE, hurry, passTime, presentTime } from '../../support/time';
import { openPublisher, table } from './stage';
import type { Answer, Publisher } from './stage';

let publisher: Publisher;
beforeAll(async () => {
	publisher = await openPublisher();
	hurry();
});
beforeEach(async () => {
	await publisher.begin();
	passTime(2 * MINUTE);
	publisher.connect(await tiktokCredential(publisher.origin));
});
afterAll(async () => {
	presentTime();
	await publisher.close();
});

const panel = { networks: ['tiktok'], options: { tikTokAudience: 'draft' } };
async function publish(options: object = panel.options): Promise<Answer[]> {
	const content = { id: 'T', text: 'Une éclosion', media: [{ url: publisher.sample('eclosion-camelia.mp4'), kind: 'video' }] };
	const { answers, waitTill } = await publisher.run('content:publish', [content], { ...panel, options: { ...options } });
	if (!waitTill) return answers;
	passTime(Math.max(0, waitTill.getTime() - Date.now()));
	return await publish(options);
}
const named = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));
const many = async (status: string) => (await publisher.run('publication:getAll', [{}], { ...panel, returnAll: true, filters: { status } })).answers;
const uploads = async () => (await publisher.requests('tiktok')).filter(({ path }) => path.endsWith('/init/')).length;

test('it stands in the journal as a draft, and Get Many tells it from what is published', async () => {
	const [answer] = await publish();
	expect(answer).toMatchObject({ status: 'draft', hint: expect.stringContaining('TikTok app'), at: expect.stringMatching(/^20/), key: expect.stringMatching(/^tiktok\//) });
	expect(answer?.permalink).toBeUndefined();
	const [row] = publisher.tables().rows(table);
	expect(row).toMatchObject({ status: 'draft', hint: answer?.hint });
	expect(String(row?.state)).not.toContain('"post"');
	expect(await many('draft')).toMatchObject([{ contentId: 'T', status: 'draft' }]);
	expect(await many('published')).toEqual([]);
	expect(await many('')).toHaveLength(1);
});

test('a second run hands nothing over, also where another audience is chosen by then', async () => {
	const [first] = await publish();
	expect(await publish()).toEqual([first]);
	expect(await publish({ tikTokAudience: 'PUBLIC_TO_EVERYONE' })).toEqual([first]);
	expect(await publish({ tikTokAudience: 'draft', allOrNothing: true, stopOnFailure: true })).toEqual([first]);
	expect(await uploads()).toBe(1);
});

test('deleting it is told as the network has it, and it stays a draft', async () => {
	const { answers } = await publisher.run('publication:delete', [], panel, { items: named(await publish()) });
	expect(answers).toMatchObject([{ status: 'draft', reason: 'TikTok lets no app delete a post.', hint: expect.stringContaining('delete it there') }]);
	expect(await many('draft')).toHaveLength(1);
});

test('it has no results: nobody sees it yet', async () => {
	const answers = await publish();
	expect((await publisher.run('publication:getResults', [{}], { ...panel, which: 'recent', days: 30 })).answers).toEqual([]);
	expect((await publisher.run('publication:getResults', [], { ...panel, which: 'input' }, { items: named(answers) })).answers).toMatchObject([{ available: false, reason: expect.stringMatching(/\w/) }]);
});

test('there is nothing to reconcile', async () => {
	const answers = await publish();
	expect((await publisher.run('publication:reconcile', [], { ...panel, which: 'input', decision: 'absent' }, { items: named(answers) })).answers).toMatchObject([{ status: 'draft' }]);
	expect((await publisher.run('publication:reconcile', [{}], { ...panel, which: 'doubt' })).answers).toEqual([]);
	expect(await publish()).toMatchObject([{ status: 'draft' }]);
	expect(await uploads()).toBe(1);
});
