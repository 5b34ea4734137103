import type { Json } from './running';
import { now, runCode } from './running';

const workflow = 'One video everywhere';
const Settings = [{ tiktok_account: '_000', linkedin_author: 'urn:li:person:1', pinterest_board: '101', youtube_channel: '' }];
const form = { title: 'Éclosion  de nuit', text: '', link: '', tiktok: 'Everyone', promotes: [], youtube: 'Unlisted', kids: 'No', networks: ['LinkedIn', 'Pinterest'] };
const content = (more: Json = {}): Json => runCode(workflow, 'The content', { Settings, 'Video form': [{ json: { ...form, ...more }, binary: { video: {} } }] })[0]?.json ?? {};

describe('The content', () => {
	test('one video for the networks that the person chose, known by its title', () => {
		expect(content()).toEqual({
			begun: now.toUTC().toISO(),
			content: {
				...{ id: 'video: éclosion de nuit', title: 'Éclosion de nuit', text: 'Éclosion de nuit', media: [{ kind: 'video', source: { binary: 'video' } }] },
				targets: [{ network: 'tiktok', account: '_000' }, { network: 'linkedin', account: 'urn:li:person:1' }, { network: 'pinterest', account: '101' }, { network: 'youtube' }],
			},
			choices: { tikTokAudience: 'PUBLIC_TO_EVERYONE', tikTokPromotes: [], youTubeAudience: 'unlisted', youTubeMadeForKids: false },
		});
		expect(content({ title: ' éclosion de NUIT ' }).content).toMatchObject({ id: 'video: éclosion de nuit' });
	});

	test.each([
		['Everyone', 'PUBLIC_TO_EVERYONE'],
		['Followers', 'FOLLOWER_OF_CREATOR'],
		['Friends', 'MUTUAL_FOLLOW_FRIENDS'],
		['Only me', 'SELF_ONLY'],
		['Draft: I finish it in the app', 'draft'],
	])('on TikTok for %s', (tiktok, tikTokAudience) => {
		expect(content({ tiktok }).choices).toMatchObject({ tikTokAudience });
	});

	test('what is not chosen goes nowhere', () => {
		expect(content({ tiktok: 'Not on TikTok', youtube: 'Not on YouTube', networks: null })).toMatchObject({ content: { targets: [] }, choices: { tikTokAudience: '', youTubeAudience: 'private' } });
	});

	test('what it promotes, and for whom it is made', () => {
		expect(content({ promotes: ['Your own brand', 'Another brand (a paid partnership)'], kids: 'Yes' }).choices).toMatchObject({ tikTokPromotes: ['own', 'branded'], youTubeMadeForKids: true });
	});
});

describe('What became of it', () => {
	const page = (...results: Json[]) => String(runCode(workflow, 'What became of it', { 'The content': [{ content: { title: 'T', targets: [{}] }, begun: '2027-03-10T08:00:00.000Z' }], Publish: results }, results)[0]?.json.html);
	const out = (network: string, more: Json = {}) => ({ network, status: 'published', permalink: `https://${network}.example/1?a=1&b=2`, at: '2027-03-10T08:00:05.000Z', ...more });

	test('what is out with its link, a draft with what to do, what failed with its hint', () => {
		const html = page(out('youtube'), { network: 'tiktok', status: 'draft', at: '2027-03-10T08:00:05.000Z', hint: 'Open the app.' }, { network: 'pinterest', status: 'refused', reason: 'Too <short>.', hint: 'Make it longer.' });
		expect(html).toContain('<h3>Out</h3><ul><li><b>YouTube</b> <a href="https://youtube.example/1?a=1&amp;b=2"');
		expect(html).toContain('<h3>Drafts to finish</h3><ul><li><b>TikTok</b> Open the app.</li></ul>');
		expect(html).toContain('<h3>Not out</h3><ul><li><b>Pinterest</b> Too &lt;short&gt;. Make it longer.</li></ul>');
		expect(html).toContain('send the form again with the same title');
	});

	test('what was out before says since when; what was changed is told', () => {
		expect(page(out('youtube', { at: '2027-03-01T08:00:00.000Z', adapted: [{ field: 'title', rule: 'shortened', why: 'Long.' }] }))).toMatch(/there before, since 2027-03-01\. For a new video give a new title\.<\/li>/);
		expect(page(out('youtube', { adapted: [{ field: 'title', rule: 'shortened', why: 'Long.' }] }))).toContain('Changed: title shortened. Long.');
	});

	test.each([
		[{ network: 'tiktok', status: 'unknown', reason: 'Lost.', hint: 'Look.' }, '<h3>Look whether it is there</h3><ul><li><b>TikTok</b> Lost. Look.'],
		[{ network: 'tiktok', status: 'processing' }, '<h3>Still under way</h3><ul><li><b>TikTok</b> Send the form again later'],
		[{ error: 'No <credential>.', details: { hint: 'Choose one.' } }, '<p>No &lt;credential&gt;. Choose one.</p>'],
	])('%j', (result, html) => {
		expect(page(result)).toContain(html);
	});

	test('nothing chosen, nothing out', () => {
		expect(runCode(workflow, 'What became of it', { 'The content': [{ content: { title: 'T', targets: [] }, begun: '' }] }, [{}])[0]?.json.html).toBe('<p>No network was chosen.</p>');
	});
});
