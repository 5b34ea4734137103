import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import type { AdRow } from '../../nodes/model/adRow';
import { workflows } from './files';

interface Item {
	json: IDataObject;
	binary?: Record<string, Pick<IBinaryData, 'mimeType'>>;
	pairedItem?: { item: number };
}

/** What other nodes answered, by their name; those that are not here did not run. */
type Nodes = Record<string, Item[] | { first: Item[]; second: Item[] }>;

const nodesOf = workflows.find(({ path }) => path.endsWith('/weekly-ads-report.json'))?.workflow.nodes ?? [];

/** Runs a Code node of the workflow as n8n does, and answers its item. */
function run(node: string, nodes: Nodes): Item {
	const itemsOf = (name: string, output = 0): Item[] => {
		const found = nodes[name] ?? [];
		return Array.isArray(found) ? (output === 0 ? found : []) : output === 0 ? found.first : found.second;
	};
	const $ = (name: string) => ({ isExecuted: name in nodes, first: () => itemsOf(name)[0], all: (output?: number) => itemsOf(name, output) });
	const code = String(nodesOf.find(({ name }) => name === node)?.parameters.jsCode);
	const [item]: Item[] = runInNewContext(`(() => { ${code} })()`, { $, DateTime });
	if (!item) throw new Error(`“${node}” answered nothing.`);
	return item;
}

const settings = { language: 'en', meta_ad_accounts: '33', google_ads_accounts: '222', telegram_chat: '', email_to: '', font: '' };
const weeks = { since: '2027-03-01', monday: '2027-03-08', until: '2027-03-14' };

const row = (provider: 'meta' | 'google', campaignName: string, more: Partial<AdRow> = {}): Item => ({
	json: {
		...{ provider, accountId: provider === 'meta' ? '33' : '222', level: 'campaign', campaignId: campaignName, campaignName, date: '2027-03-08', dateStop: '2027-03-14', currency: 'EUR' },
		...{ spend: 10, impressions: 1000, clicks: 20, conversions: 2, conversionValue: 80, breakdowns: {}, asOf: '2027-03-15T07:00:00.000Z', ...more },
	},
	pairedItem: { item: 0 },
});
const before = { date: '2027-03-01', dateStop: '2027-03-07' };

interface Written {
	title: string;
	blocks: string[];
	html: string;
	missing: string[];
	chart: { count: number; width: number; height: number; bars: { top: number; bottom: number; end: number; color: string; label: string }[] };
}

/** What “Write the report” makes of the rows. */
function write(answers: { meta?: Item[]; google?: Item[] }, more: Partial<typeof settings> = {}, accounts = { meta: ['33'], google: ['222'] }): Written {
	const nodes = { Settings: [{ json: { ...settings, ...more } }], 'Accounts and weeks': [{ json: { ...weeks, ...accounts } }] };
	const { json } = run('Write the report', { ...nodes, ...(answers.meta && { 'Meta Ads': answers.meta }), ...(answers.google && { 'Google Ads': answers.google }) });
	return JSON.parse(JSON.stringify(json));
}
const linesOf = ({ blocks }: Written, head: string) => blocks.find((block) => block.startsWith(head))?.split('\n') ?? [];

describe('Write the report', () => {
	test('adds up both networks, and compares with the week before', () => {
		const written = write({ meta: [row('meta', 'Roses', { spend: 30, conversions: 3 }), row('meta', 'Roses', { spend: 20, conversions: 1, ...before })], google: [row('google', 'Tulips', { spend: 15, conversions: 0 }), row('google', 'Tulips', { spend: 10, conversions: 1, ...before })] });
		expect(linesOf(written, 'EUR')).toEqual([
			...['EUR', 'You spent €45.00 (+50% against the week before).', 'That brought 3 conversions at €15.00 each (the week before: 2 conversions at €15.00 each).'],
			...['• Meta Ads: €30.00 (+50%), 3 conversions at €10.00 each', '• Google Ads: €15.00 (+50%), no conversion'],
			...['Best campaign: Roses (Meta Ads), 3 conversions at €10.00 each.', 'Worst campaign: Tulips (Google Ads), €15.00, no conversion.'],
		]);
		expect(linesOf(written, 'Campaigns').slice(1)).toEqual(['1. Roses (Meta Ads): €30.00 (+50%), 20 clicks, 3 conversions at €10.00 each', '2. Tulips (Google Ads): €15.00 (+50%), 20 clicks, no conversion']);
		expect(written.missing).toEqual([]);
	});

	test('never adds currencies: each has sums, a best and a worst campaign, and bars of its own', () => {
		const yen = { currency: 'JPY', accountId: '34', spend: 9000 };
		const written = write({ meta: [row('meta', 'Tokyo', { ...yen, conversions: 9 }), row('meta', 'Osaka', { ...yen, spend: 4500, conversions: 1 })], google: [row('google', 'Nantes', { spend: 50 })] }, {}, { meta: ['34'], google: ['222'] });
		expect(linesOf(written, 'JPY')).toEqual(expect.arrayContaining([expect.stringContaining('You spent ¥13,500 (nothing the week before)'), expect.stringContaining('Best campaign: Tokyo'), expect.stringContaining('Worst campaign: Osaka (Meta Ads), 1 conversion at ¥4,500 each')]));
		expect(linesOf(written, 'EUR')).toEqual(expect.arrayContaining([expect.stringContaining('You spent €50.00')]));
		expect(linesOf(written, 'EUR').join()).not.toMatch(/Best|Worst/);
		expect(written.chart.bars.slice(0, 3).map(({ end, color }) => [end, color])).toEqual([[780, '#2f6fde'], [400, '#2f6fde'], [780, '#e8912d']]);
	});

	test('rows of several days and accounts of one campaign are one campaign for each account', () => {
		const written = write({ meta: [row('meta', 'Roses'), row('meta', 'Roses', { spend: 5.5 }), row('meta', 'Roses', { accountId: '34' })] });
		expect(linesOf(written, 'Campaigns').slice(1)).toEqual([expect.stringMatching(/^1\. Roses .*€15\.50 \(new\), 40 clicks, 4 conversions/), expect.stringMatching(/^2\. Roses .*€10\.00/)]);
	});

	test('a campaign that has ended counts in the week before only', () => {
		const written = write({ meta: [row('meta', 'Roses'), row('meta', 'Old', { spend: 30, ...before })] });
		expect(linesOf(written, 'EUR')[1]).toBe('You spent €10.00 (-67% against the week before).');
		expect(linesOf(written, 'Campaigns')).toHaveLength(2);
	});

	describe('what is missing', () => {
		test('a network that is not set up', () => {
			expect(write({ meta: [row('meta', 'Roses')] }, {}, { meta: ['33'], google: [] }).missing).toEqual(['Google Ads: not set up. Fill in “google_ads_accounts” in the node Settings.']);
		});

		test('an account that failed, with the reason and what to do, beside one that did not', () => {
			const failed = { json: { error: 'The account is closed.', details: { hint: 'Open it again.' } }, pairedItem: { item: 1 } };
			const written = write({ meta: [row('meta', 'Roses'), failed], google: [row('google', 'Tulips')] }, {}, { meta: ['33', '34'], google: ['222'] });
			expect(written.missing).toEqual(['Meta Ads 34: The account is closed. Open it again.']);
			expect(linesOf(written, 'Not in this report')).toEqual(['Not in this report', `• ${written.missing[0]}`]);
			expect(linesOf(written, 'EUR')[1]).toContain('€20.00');
		});

		test('a node that is switched off hands its input on, and is no row', () => {
			const written = write({ meta: [{ json: { meta: '33' }, pairedItem: { item: 0 } }], google: [row('google', 'Tulips')] });
			expect(written.missing).toEqual([expect.stringMatching(/^Meta Ads 33: its node gave no answer/)]);
		});

		test('an account without ads', () => {
			expect(write({ meta: [], google: [row('google', 'Tulips')] }).missing).toEqual(['Meta Ads 33: no ad ran in these two weeks.']);
		});

		test('everything', () => {
			const written = write({}, {}, { meta: [], google: [] });
			expect(written).toMatchObject({ blocks: ['No ad ran last week or the week before.', expect.stringContaining('google_ads_accounts')], chart: { count: 0 } });
		});
	});

	test.each([
		['en', 'Ads from March 8 to March 14, 2027', 'You spent €1,234.50 (nothing'],
		['fr', 'Publicités du 8 mars au 14 mars 2027', 'Vous avez dépensé 1 234,50 € (rien'],
		['PT', 'Anúncios de 8 de março a 14 de março de 2027', 'Gastou 1234,50 € (nada'],
		['xx', 'Ads from March 8 to March 14, 2027', 'You spent'],
	])('speaks %s', (language, title, spent) => {
		const written = write({ meta: [row('meta', 'Roses', { spend: 1234.5 })] }, { language });
		expect(written.title).toBe(title);
		expect(written.blocks.join('\n').replace(/\s/g, ' ')).toContain(spent);
	});

	test('names cannot write HTML, nor codes of the picture', () => {
		const written = write({ meta: [row('meta', '<b>100 %w</b>\n@/etc/hosts')] });
		expect(written.html).toContain('&lt;b&gt;100 %w&lt;/b&gt; @/etc/hosts');
		expect(written.html).not.toContain('<b>');
		expect(written.chart.bars[0]?.label).toMatch(/^1 {2}<b>100 %%w<\/b> @/);
	});

	test('always eight bars inside the picture: the largest campaigns of each currency', () => {
		const many = Array.from({ length: 12 }, (_, index) => row('meta', `C${index}`, { spend: 100 - index }));
		const written = write({ meta: many, google: [row('google', 'Yen', { currency: 'JPY', spend: 0.5 })] });
		const { bars, count, width, height } = written.chart;
		expect([bars.length, count]).toEqual([8, 8]);
		expect(bars.map(({ label }) => label.split('  ')[1])).toEqual(['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'Yen']);
		for (const { end, bottom } of bars) expect(end < width && bottom < height).toBe(true);
		const [one] = write({ meta: [row('meta', 'Roses')] }).chart.bars.slice(1);
		expect(one).toMatchObject({ color: '#ffffff', end: 0 });
	});

	test('of very many campaigns the first forty are listed', () => {
		const lines = linesOf(write({ meta: Array.from({ length: 45 }, (_, index) => row('meta', `C${index}`)) }), 'Campaigns');
		expect([lines.length, lines.at(-1)]).toEqual([42, '… and 5 more']);
	});
});

describe('What goes out', () => {
	const report = (blocks: string[]) => [{ json: { title: 'T', blocks, html: '<p>X</p>', legend: 'Legend.', noPicture: 'There is no picture:', noMagick: 'GraphicsMagick is missing.', missing: [], chart: { count: 2, width: 800, height: 136 } } }];
	const picture = (mimeType: string) => ({ json: {}, binary: { chart: { mimeType } } });
	const out = (nodes: Nodes, blocks = ['B']) => run('What goes out', { 'Write the report': report(blocks), ...nodes });

	test('the picture with its labels, else the bars alone', () => {
		const whole = out({ 'Draw the bars': [picture('bars')], 'Write the labels': [picture('labels')] });
		expect(whole).toMatchObject({ json: { hasPicture: true, hasLabels: true, text: 'T\n\nB\n\nLegend.', caption: 'T\n\nB\n\nLegend.', telegram: '' }, binary: { chart: { mimeType: 'labels' } } });
		expect(whole.json.html).toContain('src="cid:chart" width="800" height="136"');
		expect(out({ 'Draw the bars': [picture('bars')], 'Write the labels': [{ json: { error: 'Default font not found.' } }] })).toMatchObject({ json: { hasPicture: true, hasLabels: false }, binary: { chart: { mimeType: 'bars' } } });
	});

	test.each([
		['Could not execute GraphicsMagick/ImageMagick: gm "convert" this most likely means the gm/convert binaries can\'t be found', 'GraphicsMagick is missing.'],
		['spawn gm ENOENT', 'GraphicsMagick is missing.'],
		['Stream yields empty buffer', 'GraphicsMagick is missing.'],
		['unrecognized color', 'unrecognized color'],
	])('without a picture it says why: %s', (error, why) => {
		const bare = out({ 'Draw the bars': [{ json: { error } }], 'Write the labels': [{ json: { error: 'No binary data.' } }] });
		expect(bare).toMatchObject({ json: { hasPicture: false, text: `T\n\nB\n\nThere is no picture: ${why}`, telegram: `T\n\nB\n\nThere is no picture: ${why}`, html: expect.not.stringContaining('cid:') } });
		expect(bare.binary).toBeUndefined();
	});

	test('what does not fit under the picture follows, cut at a line, and nothing is lost', () => {
		const lines = Array.from({ length: 30 }, (_, index) => `${index + 1}. ${'x'.repeat(70)}`);
		const { json } = out({ 'Draw the bars': [picture('bars')] }, [lines.join('\n')]);
		expect(String(json.caption).length).toBeLessThanOrEqual(1024);
		expect(String(json.caption).length).toBeGreaterThan(900);
		expect(`${json.caption}\n${json.telegram}`).toBe(json.text);
	});
});

describe('Report', () => {
	const goesOut = (more: IDataObject = {}) => [{ json: { title: 'T', text: 'X', telegram: '', hasPicture: true, hasLabels: true, missing: [], ...more } }];
	const sent = (channels: Partial<typeof settings>, nodes: Nodes, more?: IDataObject) => run('Report', { Settings: [{ json: { ...settings, ...channels } }], 'What goes out': goesOut(more), ...nodes }).json;
	const both = { telegram_chat: '@shop', email_to: 'a@shop.example' };

	test('without a channel the text is answered', () => {
		expect(sent({}, {})).toMatchObject({ title: 'T', text: 'X', sent: [], picture: 'with labels' });
	});

	test('each channel that took it is named', () => {
		expect(sent(both, { 'Telegram picture': [{ json: { message_id: 1 } }], 'E-mail with picture': [{ json: { id: '1a' } }] })).toMatchObject({ sent: ['Telegram', 'E-mail'] });
		expect(sent(both, { 'Telegram text': [{ json: { message_id: 1 } }], 'E-mail': [{ json: { id: '1a' } }] }, { hasPicture: false, telegram: 'X' })).toMatchObject({ sent: ['Telegram', 'E-mail'], picture: 'none' });
	});

	test('one that failed, or whose node is switched off, fails the execution and says what went out', () => {
		const refused = { first: [], second: [{ json: { error: 'Forbidden' } }] };
		expect(() => sent(both, { 'Telegram picture': refused, 'E-mail with picture': [{ json: { id: '1a' } }] })).toThrow('The report was not sent. Telegram: Forbidden It went out by E-mail.');
		expect(() => sent(both, { 'Telegram picture': [{ json: { message_id: 1 } }], 'Telegram text': refused, 'E-mail with picture': goesOut() }, { telegram: 'more' })).toThrow('Telegram: Forbidden E-mail: the node is switched off');
	});
});
