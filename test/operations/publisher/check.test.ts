import { metaCredential, telegramCredential } from '../../support/sandbox';
import { account, chat, openPublisher, page } from './stage';
import type { Publisher } from './stage';

let publisher: Publisher;
beforeAll(async () => (publisher = await openPublisher()));
beforeEach(async () => await publisher.begin());
afterAll(async () => await publisher.close());

const instagramImage = 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media#image-specifications';
const meta = 'https://developers.facebook.com/docs/graph-api';

const findings = async (content: object, parameters = {}, more = {}) =>
	(await publisher.run('content:check', [{ id: 'A', text: 'Rose', ...content }], parameters, more)).answers.map(({ findings: found }) => found);

test('a content that is right is found right on three networks, with its files looked at and the accounts asked, and nothing goes out', async () => {
	const { answers } = await publisher.run('content:check', [{ id: 'A', text: 'Rose', media: publisher.sample('bouquet-camelia.jpg') }]);
	const right = { contentId: 'A', ok: true, errors: 0, warnings: 0, findings: [], adapted: [] };
	expect(answers).toEqual([
		{ ...right, network: 'facebook', account: page },
		{ ...right, network: 'instagram', account },
		{ ...right, network: 'telegram', account: chat },
	]);
	expect(await publisher.timeline()).toEqual([]);
});

/** The address of a sample that does not show its ending. */
const hidden = (name: string) => publisher.sample(name.replace('.', '%2E'));

describe('files', () => {
	test('a PNG is refused on Instagram alone, although nothing but the file itself says that it is one', async () => {
		const media = hidden('bon-cadeau.png');
		expect(await findings({ media })).toEqual([
			[],
			[{ network: 'instagram', account, severity: 'error', field: 'media', rule: 'media-format', message: 'It is image/png; taken is JPEG.', limit: 'JPEG', found: 'image/png', fix: 'Convert the file to JPEG.', source: instagramImage }],
			[],
		]);
	});

	test('without looking at files a PNG is known by its name only', async () => {
		const options = { lookAtFiles: false };
		expect(await findings({ targets: 'instagram', media: publisher.sample('bon-cadeau.png') }, { options })).toMatchObject([[{ rule: 'media-format' }]]);
		expect(await findings({ targets: 'instagram', media: hidden('bon-cadeau.png') }, { options })).toEqual([[]]);
	});

	test('one that is not there is a warning: it may be by the time it is published', async () => {
		const { answers } = await publisher.run('content:check', [{ id: 'A', targets: 'instagram', media: [publisher.sample('bouquet-camelia.jpg'), publisher.sample('missing.jpg')] }]);
		const finding = { network: 'instagram', account, severity: 'warning', field: 'media 2', rule: 'media-unreachable', message: 'Its server answers 404.', fix: 'Open the address in a browser: networks fetch the file from there.' };
		expect(answers).toEqual([{ contentId: 'A', network: 'instagram', account, ok: true, errors: 0, warnings: 1, findings: [finding], adapted: [] }]);
	});

	test('a web page is none', async () => {
		const finding = { severity: 'error', field: 'media', rule: 'media-format', message: 'The address leads to a web page, not to a file.', found: 'text/html', fix: 'Give the address of the file itself.' };
		expect(await findings({ media: `${publisher.origin}/` })).toMatchObject([[finding], [finding], [finding]]);
	});

	test('a video whose address does not tell so is looked at as one', async () => {
		expect(await findings({ targets: 'instagram telegram', media: hidden('bouquet-du-jour.mp4') })).toEqual([[], []]);
		const items = [{ json: { id: 'A', targets: 'telegram', media: [{ binary: 'film' }] }, binary: { film: { data: '', mimeType: 'video/mp4', bytes: 52_428_801 } } }];
		expect(await findings({}, {}, { items })).toMatchObject([[{ field: 'media', rule: 'media-size', limit: 52_428_800, found: 52_428_801 }]]);
	});
});

describe('accounts', () => {
	test('those that there are not', async () => {
		const gone = { severity: 'error', field: 'account', rule: 'account' };
		const told = await findings({ targets: 'facebook:42, telegram:@nobody, instagram:43', media: publisher.sample('bouquet-camelia.jpg') });
		const hint = 'The object does not exist, or the connected account may not see it: check the ID and who is connected.';
		expect(told).toEqual([
			[{ ...gone, network: 'facebook', account: '42', message: expect.stringContaining('Object with ID \'42\' does not exist'), fix: hint }],
			[{ ...gone, network: 'telegram', account: '@nobody', message: 'Telegram refused: Bad Request: chat not found.', fix: expect.stringContaining('Check “Chat”') }],
			[{ ...gone, network: 'instagram', account: '43', message: expect.stringContaining('Object with ID \'43\' does not exist'), fix: hint }],
		]);
	});

	test('none is named', async () => {
		const facebookAccount = { __rl: true, mode: 'id', value: '' };
		expect(await findings({ targets: 'facebook' }, { facebookAccount })).toEqual([
			[{ network: 'facebook', account: '', severity: 'error', field: 'targets', rule: 'account', message: 'No account of Facebook is named.', fix: 'Give the target an account, or choose Facebook’s account in the node.' }],
		]);
	});

	test('a bot that may not post in its channel', async () => {
		await publisher.fault({ network: 'telegram', match: 'getChatMember', kind: 'status', status: 200, body: { ok: true, result: { status: 'administrator', can_post_messages: false } } });
		expect(await findings({ targets: 'telegram' })).toEqual([
			[{ network: 'telegram', account: chat, severity: 'error', field: 'account', rule: 'permission', message: 'The bot may not post in Atelier Camélia.', fix: 'Open the channel in Telegram > Administrators, and give the bot the right to post messages.' }],
		]);
	});

	const media = () => publisher.sample('bouquet-camelia.jpg');

	test('Instagram’s quota of the day is used up', async () => {
		await publisher.settings({ meta: { publishingQuota: 0 } });
		expect(await findings({ targets: 'instagram', media: media() })).toEqual([
			[{ network: 'instagram', account, severity: 'error', field: 'account', rule: 'quota', message: 'Instagram lets this account publish 0 more posts in these 24 hours; this run has 1.', limit: 0, found: 1, fix: 'Publish the others tomorrow: the next run goes on with them.', source: meta }],
		]);
	});

	test('Instagram’s quota of the day is not enough for all of a run', async () => {
		await publisher.settings({ meta: { publishingQuota: 1 } });
		const { answers } = await publisher.run('content:check', ['A', 'B'].map((id) => ({ id, targets: 'instagram', media: media() })));
		const finding = { severity: 'warning', rule: 'quota', message: 'Instagram lets this account publish 1 more post in these 24 hours; this run has 2.', limit: 1, found: 2 };
		expect(answers).toMatchObject([{ ok: true, findings: [finding] }, { ok: true, findings: [finding] }]);
	});

	test('a connection that lacks a permission, told for the network that needs it', async () => {
		await publisher.settings({ meta: { dropScopes: ['instagram_content_publish'] } });
		const [instagram, facebook] = await findings({ targets: 'instagram facebook', media: media() });
		expect(instagram).toMatchObject([
			{ severity: 'error', field: 'account', rule: 'permission', message: 'The connection lacks instagram_content_publish.', limit: 'instagram_basic, instagram_content_publish, pages_read_engagement', fix: 'Open the credential, click Connect and agree to all permissions.' },
			{ severity: 'error', field: 'account', rule: 'permission' },
		]);
		expect(facebook).toEqual([]);
	});

	test('a connection that has ended', async () => {
		await publisher.settings({ meta: { passwordChanged: true } });
		const ended = { severity: 'error', field: 'account', rule: 'connection', message: expect.stringContaining('changed their password'), fix: expect.stringContaining('click Connect') };
		expect(await findings({ media: media() })).toMatchObject([[ended], [ended], []]);
	});

	test('a network that cannot be reached is a warning', async () => {
		await publisher.fault({ network: 'telegram', match: 'getChat', kind: 'status', status: 502, times: 99 });
		const [[finding] = []] = (await findings({ targets: 'telegram' })).map((found) => (Array.isArray(found) ? found : []));
		expect(finding).toMatchObject({ network: 'telegram', severity: 'warning', field: 'account', rule: 'unreachable', message: expect.stringContaining('The account could not be looked at') });
	}, 60_000);

	test('a network that the node is not set to', async () => {
		expect(await findings({ targets: 'telegram:@atelier_camelia' }, { networks: ['facebook'] })).toEqual([
			[{ network: 'telegram', account: '@atelier_camelia', severity: 'error', field: 'account', rule: 'connection', message: 'Telegram is not among the node’s networks.', fix: 'Tick Telegram under “Networks”, and choose its credential.' }],
		]);
	});

	test('a credential that is not chosen, told for its networks alone', async () => {
		const missing = (network: string, type: string) => ({ network, severity: 'error', field: 'account', rule: 'connection', message: `Node does not have any credentials set for "${type}"` });
		expect(await findings({ media: media() }, {}, { credentials: metaCredential(publisher.origin) })).toMatchObject([[], [], [missing('telegram', 'qmarkTelegramApi')]]);
		expect(await findings({ media: media() }, {}, { credentials: telegramCredential(publisher.origin) })).toMatchObject([[missing('facebook', 'qmarkMetaOAuth2Api')], [missing('instagram', 'qmarkMetaOAuth2Api')], []]);
	});

	test('nobody is asked where that is switched off', async () => {
		expect(await findings({ targets: 'facebook:42' }, { options: { askNetworks: false } })).toEqual([[]]);
		expect(await publisher.requests('meta')).toEqual([]);
	});
});

test('adapted or not, as the node is set: what is refused is what is left', async () => {
	const content = { targets: 'telegram', text: 'Une phrase de vingt-huit. '.repeat(60), media: publisher.sample('bouquet-camelia.jpg') };
	expect(await findings(content)).toMatchObject([[{ field: 'text', rule: 'text-length', limit: 1024, found: 1559, fix: 'Shorten it by 535, or let it be split into several messages.' }]]);
	const { answers } = await publisher.run('content:check', [{ id: 'A', ...content }], { adapt: true });
	expect(answers).toMatchObject([{ ok: true, findings: [], adapted: [{ field: 'text', rule: 'split' }] }]);
});
