import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import axios from 'axios';
import { simpleParser } from 'mailparser';
import type { IDataObject } from 'n8n-workflow';
import type { AdRow } from '../../nodes/model/adRow';
import { freshConnections } from '../../sandbox/n8n/http';
import type { Execution, StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import { sniff } from '../../sandbox/networks/sniff';
import { googleCredential } from '../support/google';
import type { Stage } from '../support/stage';
import { withSettings } from './approval';
import { networksAt } from './networks';

const path = 'workflows/ads/weekly-ads-report.json';
const http = axios.create({ httpAgent: freshConnections, proxy: false });
const [{ name: mailbox }] = seed.google.accounts;
const { adAccount, yenAdAccount } = seed.meta;
const { customerId } = seed.google;
/** n8n draws with it; a machine may not have it. */
const draws = spawnSync('gm', ['version']).status === 0;
const anyFont = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const font = existsSync(anyFont) ? anyFont : '';
const settings: Record<string, string> = { language: 'en', meta_ad_accounts: `${adAccount.id} | act_${yenAdAccount.id}`, google_ads_accounts: customerId, telegram_chat: `@${seed.telegram.channel.username}`, email_to: mailbox, font };

interface Chart {
	count: number;
	width: number;
	height: number;
	bars: { top: number; bottom: number; end: number; color: string }[];
}

const sum = (rows: AdRow[], measure: 'spend' | 'conversions') => rows.reduce((total, row) => total + row[measure], 0);
const money = (amount: number, currency: string) => amount.toLocaleString('en', { style: 'currency', currency });
const one = (text: string) => text.replace(/\s+/g, ' ');

/** The colour of one point, as `#rrggbb`. */
function pixel(png: Buffer, x: number, y: number): string {
	const { stdout } = spawnSync('gm', ['convert', '-', '-depth', '8', '-crop', `1x1+${x}+${y}`, 'rgb:-'], { input: png });
	return `#${stdout.subarray(0, 3).toString('hex')}`;
}

/** The shipped report of two networks, in a real n8n. */
export function adsReport(stage: () => Stage) {
	const networks = () => networksAt(stage().networks.origin);
	let copies = 0;
	const copyOf = async (more: Record<string, string> = {}, change = (file: WorkflowFile) => file): Promise<StoredWorkflow> =>
		await stage().operator.importWorkflow(change(withSettings(path, `E2E weekly ads report ${++copies}`, { ...settings, ...more })));
	const run = async (...copy: Parameters<typeof copyOf>): Promise<Execution> => {
		const execution = await stage().operator.workflows.run(await copyOf(...copy));
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success', error: undefined });
		return execution;
	};
	const rowsOf = (execution: Execution, node: string): AdRow[] => JSON.parse(JSON.stringify(execution.items(node).map(({ json }) => json))).filter(({ provider }: Partial<AdRow>) => provider);
	const jsonOf = (execution: Execution, node: string): IDataObject => execution.items(node)[0]?.json ?? {};
	const reportOf = (execution: Execution) => jsonOf(execution, 'Report');
	const chartOf = (execution: Execution): Chart => JSON.parse(JSON.stringify(jsonOf(execution, 'Write the report').chart));
	/** What the channel shows of one report, oldest first. */
	const posted = async ({ title, text }: IDataObject) => (await networks().timeline()).filter((entry) => entry.network === 'telegram' && (entry.text.startsWith(String(title)) || (entry.text.length > 50 && String(text).endsWith(entry.text)))).reverse();
	const mailOf = async (execution: Execution, node: string) => {
		const { qmarkGmailOAuth2Api: credential } = await googleCredential(stage().networks.origin, 'qmarkGmailOAuth2Api', { access: 'full' });
		const { access_token: token }: { access_token?: string } = JSON.parse(JSON.stringify(credential?.oauthTokenData ?? {}));
		const url = `${stage().networks.origin}/gmail.googleapis.com/gmail/v1/users/me/messages/${String(jsonOf(execution, node).id)}`;
		const { data } = await http.get<{ raw: string }>(url, { params: { format: 'raw' }, headers: { authorization: `Bearer ${token}` } });
		return await simpleParser(Buffer.from(data.raw, 'base64url'));
	};
	const mailNode = draws ? 'E-mail with picture' : 'E-mail';
	let first: Execution;

	beforeAll(async () => {
		for (const adDelivery of [{ ads: 45, days: 40 }, { ads: 25, days: 40, account: yenAdAccount.id }]) await networks().settings({ meta: { adDelivery } });
	});

	test('can be published as it is shipped, and says what is not set up', async () => {
		const off = { meta_ad_accounts: '', google_ads_accounts: '', telegram_chat: '', email_to: '' };
		const { workflows } = stage().operator;
		const published = await workflows.publish(await copyOf(off));
		expect(published.activeVersionId).toBe(published.versionId);
		await workflows.unpublish(published);
		const execution = await workflows.run(published);
		expect(reportOf(execution)).toMatchObject({ sent: [], picture: 'none', missing: [expect.stringContaining('meta_ad_accounts'), expect.stringContaining('google_ads_accounts')] });
	});

	test('both networks answer two whole weeks, from Monday to Sunday', async () => {
		first = await run();
		for (const node of ['Meta Ads', 'Google Ads']) {
			const rows = rowsOf(first, node);
			const days = [...new Set(rows.map(({ date }) => date))].sort();
			expect(days.map((day) => new Date(day).getUTCDay())).toEqual([1, 1]);
			expect(Date.parse(days[1] ?? '') - Date.parse(days[0] ?? '')).toBe(7 * 86_400_000);
			for (const { date, dateStop } of rows) expect(Date.parse(dateStop) - Date.parse(date)).toBe(6 * 86_400_000);
			expect(Math.floor((Date.now() - Date.parse(days[1] ?? '')) / 86_400_000)).toBeGreaterThanOrEqual(6);
		}
		expect(reportOf(first)).toMatchObject({ sent: ['Telegram', 'E-mail'], missing: [] });
	});

	test('the sums are right, for each currency and in it for each network, and the same by Telegram and by mail', async () => {
		const report = reportOf(first);
		const rows = [...rowsOf(first, 'Meta Ads'), ...rowsOf(first, 'Google Ads')];
		const last = rows.map(({ date }) => date).sort().at(-1);
		const telegram = (await posted(report)).map(({ text }) => text).join('\n');
		const mail = await mailOf(first, mailNode);
		const html = one(String(mail.html).replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&'));
		expect(mail.subject).toBe(report.title);
		expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'JPY']));
		for (const text of [String(report.text), telegram, String(mail.text), html].map(one)) {
			expect(text.match(/You spent/g)).toHaveLength(2);
			for (const currency of ['EUR', 'JPY']) {
				const own = rows.filter((row) => row.currency === currency);
				const week = own.filter(({ date }) => date === last);
				const [now, before] = [week, own.filter(({ date }) => date !== last)].map((some) => sum(some, 'spend'));
				const percent = Math.round(((now ?? 0) / (before ?? 1) - 1) * 100);
				expect(text).toContain(one(`You spent ${money(now ?? 0, currency)} (${percent > 0 ? '+' : ''}${percent}% against`));
				expect(text).toContain(one(`That brought ${sum(week, 'conversions').toLocaleString('en', { maximumFractionDigits: 1 })} conversions at ${money((now ?? 0) / sum(week, 'conversions'), currency)} each`));
				for (const [provider, name] of [['meta', 'Meta Ads'], ['google', 'Google Ads']]) {
					const theirs = week.filter((row) => row.provider === provider);
					if (theirs.length > 0) expect(text).toContain(one(`• ${name}: ${money(sum(theirs, 'spend'), currency)} (`).replace(/^• /, ''));
				}
			}
			for (const row of rows.filter(({ date, spend }) => date === last && spend > 0)) expect(text).toContain(money(row.spend, row.currency));
		}
	});

	test('the picture is a PNG of the asked size with a bar for each campaign, in the message and in the mail', async () => {
		const [message] = await posted(reportOf(first));
		const mail = await mailOf(first, mailNode);
		const chart = chartOf(first);
		expect([chart.width, chart.height]).toEqual([800, 24 + 56 * Math.min(8, rowsOf(first, 'Meta Ads').length / 2 + rowsOf(first, 'Google Ads').length / 2)]);
		if (!draws) {
			expect([message?.kind, mail.attachments.length]).toEqual(['text', 0]);
			expect(reportOf(first)).toMatchObject({ picture: 'none', text: expect.stringContaining('GraphicsMagick gave none') });
			return;
		}
		expect(reportOf(first).picture).toBe(font ? 'with labels' : expect.stringMatching(/with labels|bars only/));
		expect(message).toMatchObject({ kind: 'photo', media: [{ kind: 'image' }] });
		const { data } = await http.get<ArrayBuffer>(message?.media[0]?.url ?? '', { responseType: 'arraybuffer' });
		const [image] = mail.attachments;
		expect(image).toMatchObject({ contentType: 'image/png', cid: 'chart', contentDisposition: 'inline' });
		for (const png of [Buffer.from(data), image?.content ?? Buffer.alloc(0)]) {
			expect(sniff(png)).toEqual({ mime: 'image/png', width: chart.width, height: chart.height });
			for (const { top, bottom, end, color } of chart.bars.slice(0, chart.count)) {
				const middle = Math.round((top + bottom) / 2);
				expect([pixel(png, 21, middle), pixel(png, end - 1, middle), pixel(png, end + 2, middle)]).toEqual([color, color, '#ffffff']);
			}
		}
	});

	test('with Google Ads failing the report goes out, and says so', async () => {
		await networks().settings({ google: { adsError: { family: 'authorizationError', code: 'CUSTOMER_NOT_ENABLED', status: 403, times: 20 } } });
		const execution = await run();
		await networks().settings({ google: { adsError: null } });
		const report = reportOf(execution);
		expect(rowsOf(execution, 'Google Ads')).toEqual([]);
		expect(report).toMatchObject({ sent: ['Telegram', 'E-mail'], missing: [expect.stringMatching(new RegExp(`^Google Ads ${customerId}: .{20}`))] });
		const last = rowsOf(execution, 'Meta Ads').map(({ date }) => date).sort().at(-1);
		const euros = rowsOf(execution, 'Meta Ads').filter(({ currency, date }) => currency === 'EUR' && date === last);
		const telegram = (await posted(report)).map(({ text }) => text).join('\n');
		for (const text of [telegram, String((await mailOf(execution, mailNode)).text)].map(one)) {
			expect(text).toContain(`You spent ${money(sum(euros, 'spend'), 'EUR')}`);
			expect(text).toContain(one(String([report.missing].flat()[0])));
		}
	});

	test('where nothing can be drawn it goes out without a picture, in French, and says why', async () => {
		const unknown = (file: WorkflowFile): WorkflowFile => ({ ...file, nodes: file.nodes.map((node) => (node.name === 'Draw the bars' ? JSON.parse(JSON.stringify(node).replace('"backgroundColor":"#ffffff"', '"backgroundColor":"no such colour"')) : node)) });
		const execution = await run({ language: 'fr' }, unknown);
		const report = reportOf(execution);
		expect(report).toMatchObject({ sent: ['Telegram', 'E-mail'], picture: 'none', title: expect.stringMatching(/^Publicités du /), text: expect.stringMatching(/Pas d’image : GraphicsMagick/) });
		expect(await posted(report)).toMatchObject([{ kind: 'text', text: expect.stringContaining('Vous avez dépensé') }]);
		const mail = await mailOf(execution, 'E-mail');
		expect([mail.attachments, String(mail.html).includes('cid:')]).toEqual([[], false]);
	});

	test('a channel that refuses fails the execution; the other has the report', async () => {
		const execution = await stage().operator.workflows.run(await copyOf({ telegram_chat: String(seed.telegram.blocked.id) }));
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'error', error: expect.stringMatching(/^The report was not sent\. Telegram: .* It went out by E-mail\./) });
	});
}
