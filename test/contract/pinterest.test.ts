import type { INodeParameters } from 'n8n-workflow';
import { operations } from '../../nodes/QmarkPinterest/operations';
import { binary, byId, onBoard, openPinner } from '../operations/pinterest/pinner';
import type { Pinner } from '../operations/pinterest/pinner';
import { judgePinterest, pinterestSpec } from '../support/pinterestSpec';
import type { Exchange } from '../support/openapi';

/**
 * What QMARK sends and what the sandbox answers, by Pinterest's own description: https://github.com/pinterest/api-description. Every test of the
 * operations is judged by it as well, see judgePinterest.
 */
const spec = pinterestSpec();
const described = spec ? describe : describe.skip;

described('the judge finds what is wrong', () => {
	const pin = { id: '1', title: 'Rose', media: { media_type: 'image', images: { '1200x': { url: 'https://a.example/', width: 1, height: 1 } } }, creative_type: null };
	const right: Exchange = { method: 'POST', path: '/pins', query: new URLSearchParams(), body: { board_id: '1', title: 'Rose', media_source: { source_type: 'image_url', url: 'https://a.example/' } }, status: 201, answer: pin };
	const analytics: Exchange = { method: 'GET', path: '/pins/1/analytics', query: new URLSearchParams('start_date=2026-11-01&end_date=2026-11-02&metric_types=SAVE,IMPRESSION'), body: undefined, status: 200, answer: { all: { daily_metrics: [{ date: '2026-11-01', data_status: 'READY', metrics: { SAVE: 1 } }] } } };
	const body = (change: object): Exchange => ({ ...right, body: { ...Object(right.body), ...change } });
	const answer = (change: object): Exchange => ({ ...right, answer: { ...pin, ...change } });
	const events = (user_data: object): Exchange => ({ method: 'POST', path: '/ad_accounts/1/events', query: new URLSearchParams(), body: { data: [{ event_name: 'lead', action_source: 'web', event_time: 1, event_id: '1', user_data }] }, status: 200, answer: { num_events_received: 1, num_events_processed: 1, events: [] } });
	const query = (text: string): Exchange => ({ ...analytics, query: new URLSearchParams(text) });

	test('nothing in what is right', () => {
		expect(spec?.problems(right)).toEqual([]);
		expect(spec?.problems(analytics)).toEqual([]);
		expect([{ em: ['a'] }, { hashed_maids: ['a'] }, { client_ip_address: 'a', client_user_agent: 'b' }].flatMap((user) => spec?.problems(events(user)))).toEqual([]);
		expect(spec?.problems({ ...right, body: {}, status: 400, answer: { code: 1, message: 'No', status: 'failure' } })).toEqual([]);
		expect(spec?.match('GET', '/pins/analytics')?.name).toBe('GET /pins/analytics');
	});

	test.each<[string, Exchange, RegExp]>([
		['an address that there is not', { ...right, path: '/pinz' }, /no such operation/],
		['a field that there is not', body({ tittle: 'Rose' }), /body\.tittle is no field/],
		['a field of another type', body({ title: 7 }), /body\.title is integer, not string/],
		['a text that is too long', body({ title: 'x'.repeat(101) }), /body\.title has 101 characters/],
		['an ID that is none', body({ board_id: 'Bouquets' }), /body\.board_id “Bouquets” does not match/],
		['a source that there is not', body({ media_source: { source_type: 'image_path', url: 'a' } }), /body\.media_source\.source_type names none/],
		['a source without its URL', body({ media_source: { source_type: 'image_url' } }), /body\.media_source\.url is missing/],
		['a field of another source', body({ media_source: { source_type: 'image_url', url: 'a', media_id: '1' } }), /body\.media_source\.media_id is no field/],
		['a single image for several', body({ media_source: { source_type: 'multiple_image_urls', items: [{ url: 'a' }] } }), /items has 1 items, allowed are 2 to 5/],
		['no body', { ...right, body: undefined }, /body is missing/],
		['a parameter that there is not', { ...right, query: new URLSearchParams('pin_metrics=true') }, /query\.pin_metrics is no parameter/],
		['an answer without its ID', { ...right, answer: { title: 'Rose' } }, /answer\.id is missing/],
		['a number for a text in the answer', answer({ link: 5 }), /answer\.link is integer/],
		['null where none may be', answer({ board_id: null }), /answer\.board_id is null/],
		['a field of the answer that there is not', answer({ url: 'a' }), /answer\.url is no field/],
		['a word that there is not', answer({ creative_type: 'PAINTING' }), /creative_type is "PAINTING"/],
		['an image without its height', answer({ media: { media_type: 'image', images: { '1200x': { url: 'a', width: 1 } } } }), /1200x\.height is missing/],
		['a status that there is not', { ...right, status: 202 }, /no such status/],
		['an error without its code', { ...right, status: 400, answer: { message: 'No' } }, /answer\.code is missing/],
		['a parameter that is missing', query('end_date=2026-11-02&metric_types=SAVE'), /query\.start_date is missing/],
		['a date that is none', query('start_date=1.11.&end_date=2026-11-02&metric_types=SAVE'), /query\.start_date “1\.11\.” is no date/],
		['a metric that there is not', query('start_date=2026-11-01&end_date=2026-11-02&metric_types=SAVE,LOVE'), /query\.metric_types\[1\] is "LOVE"/],
		['a metric as a text', { ...analytics, answer: { all: { daily_metrics: [{ date: 'x', data_status: 'READY', metrics: { SAVE: '1' } }] } } }, /metrics\.SAVE is string, not number/],
		['an event of nobody', events({ fn: ['a'] }), /user_data\.em is missing/],
		['a call with a body that has none', { ...analytics, body: { a: 1 } }, /this call has none/],
	])('%s', (_, exchange, problem) => expect(spec?.problems(exchange)).toEqual([expect.stringMatching(problem)]));
});

described('the wire', () => {
	let pinner: Pinner;
	let judge: ReturnType<typeof judgePinterest>;
	beforeAll(async () => {
		judge = judgePinterest();
		pinner = await openPinner();
		await pinner.begin();
	});
	afterAll(async () => {
		judge.stop();
		await pinner.close();
	});

	/** Every organic operation of the node, with a call that works. */
	test('what every operation sends, and what the sandbox answers', async () => {
		const items = [{ json: {}, binary: { data: binary('tulipes-vase.jpg', 'image/jpeg'), film: binary('eclosion-camelia.mp4', 'video/mp4') } }];
		const done = new Set<string>();
		const lacking: string[] = [];
		const one = async (operation: string, parameters: INodeParameters = {}) => {
			done.add(operation);
			const before = judge.count();
			const answer = await pinner.one(operation, parameters, { items });
			const named = operations.find(({ resource, operation: name }) => `${resource}:${name}` === operation)?.scopes ?? [];
			const asked = judge.called(before).flatMap((name) => spec?.scopesOf(name) ?? []);
			lacking.push(...asked.filter((scope) => !named.includes(scope)).map((scope) => `${operation}: ${scope}`));
			return answer;
		};
		const title = 'Rose';
		const file = { ...onBoard, title, source: 'binary' };
		const created = [
			await one('pin:createImage', { ...pinner.imagePin, title }),
			await one('pin:createImage', { ...file, binaryField: 'data' }),
			await one('pin:createVideo', { ...file, binaryField: 'film', cover: 'second', coverSecond: 1 }),
			await one('pin:createCarousel', { ...onBoard, title, imageSource: 'urls', imageUrls: Array(2).fill(pinner.sample('tulipes-vase.jpg')).join('\n') }),
		];
		const pinId = String(created[0]?.id);
		const { id: section } = await one('boardSection:create', { ...onBoard, name: 'Printemps' });
		const { id: other } = await one('board:create', { name: 'Roses', description: 'Rouges', privacy: 'PUBLIC' });
		const inSection = { ...onBoard, sectionId: byId(String(section)) };
		const metrics = ['IMPRESSION', 'SAVE'];
		await one('pin:save', { pinId, ...inSection });
		await one('pin:get', { pinId, options: { pinMetrics: true } });
		await one('pin:getAll', { returnAll: true });
		await one('pin:update', { pinId, updateFields: { title: 'Camélia' } });
		await one('pin:search', { query: 'Rose' });
		await one('pin:searchPublic', { query: 'Rose', country: 'FR' });
		await one('board:get', onBoard);
		await one('board:getAll', { returnAll: true, options: { privacy: 'ALL' } });
		await one('board:getPins', { ...onBoard, returnAll: true });
		await one('board:search', { query: 'Bouquets' });
		await one('board:update', { boardId: byId(String(other)), updateFields: { description: '', privacy: 'SECRET' } });
		await one('boardSection:getAll', onBoard);
		await one('boardSection:getPins', inSection);
		await one('boardSection:update', { ...inSection, name: 'Été' });
		await one('analytics:getPin', { pinId, metrics });
		await one('analytics:getPins', { pinIds: created.map(({ id }) => id).join('\n'), metrics });
		await one('analytics:getAccount', { metrics, options: { splitField: 'APP_TYPE' } });
		await one('analytics:getTopPins', { metrics, sortBy: 'SAVE', limit: 5, options: { onlyNewPins: true } });
		await one('analytics:getTopVideoPins', { metrics, sortBy: 'SAVE', limit: 5 });
		await one('account:get');
		await one('account:getBusinesses');
		await one('boardSection:delete', inSection);
		await one('board:delete', { boardId: byId(String(other)) });
		await one('pin:delete', { pinId });
		expect(judge.problems()).toEqual([]);
		expect(judge.count()).toBeGreaterThanOrEqual(32);
		// Each permission that Pinterest asks for is one that the operation names.
		expect(lacking).toEqual([]);
		const organic = operations.filter(({ resource }) => ['account', 'analytics', 'board', 'boardSection', 'pin'].includes(resource)).map(({ resource, operation }) => `${resource}:${operation}`);
		expect([...done].toSorted()).toEqual(organic.toSorted());
	}, 30_000);

	test('these are all operations that Pinterest has for Pins, boards, sections, videos, searches and their numbers', () => {
		const all = (spec?.names ?? []).filter((name) => /^[A-Z]+ \/(pins|boards|media|search|user_account)(\/|$)/.test(name));
		// Followers, followed people and claimed websites are no part of publishing.
		const others = all.filter((name) => !/follow|websites/.test(name));
		expect(others.filter((name) => !judge.called().includes(name))).toEqual(['GET /media']);
	});
});
