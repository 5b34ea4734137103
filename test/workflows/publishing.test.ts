import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { workflows } from './files';

type Json = Record<string, unknown>;
/** What other nodes answered, by their name; those that are not here did not run. `first` and `second` are outputs. */
type Nodes = Record<string, Json[] | { first: Json[]; second: Json[] }>;

const now = DateTime.fromISO('2027-03-10T09:00:00', { zone: 'Europe/Paris' });
const codeOf = (workflow: string, node: string) => String(workflows.find((one) => one.workflow.name === workflow)?.workflow.nodes.find(({ name }) => name === node)?.parameters.jsCode);

/** Runs a Code node as n8n does. */
function run<T = Json>(workflow: string, node: string, nodes: Nodes, input: Json[] = []): T[] {
	const outputOf = (name: string, output: number) => {
		const found = nodes[name];
		return Array.isArray(found) ? (output === 0 ? found : []) : ((output === 0 ? found?.first : found?.second) ?? []);
	};
	const itemsOf = (name: string, output = 0) => outputOf(name, output).map((json) => ({ json }));
	const $ = (name: string) => ({ isExecuted: name in nodes, first: () => itemsOf(name)[0], all: (output?: number) => itemsOf(name, output) });
	const $input = { all: () => input.map((json) => ({ json })), first: () => ({ json: input[0] }) };
	const items: { json: T }[] = runInNewContext(`(() => { ${codeOf(workflow, node)} })()`, { $, $input, $now: now, DateTime });
	return JSON.parse(JSON.stringify(items.map(({ json }) => json)));
}

describe('Import content: Compare', () => {
	const content = { id: 'C1', text: 'Bonjour', targets: [{ network: 'facebook' }, { network: 'telegram', account: '@shop' }] };
	const compare = (given: object, rows: Json[] = [], needs_approval = 'yes') =>
		run('Import content', 'Compare', { Settings: [{ needs_approval }], 'Next source': [{ kind: 'content', content: { ...content, ...given } }, { kind: 'problem' }] }, rows)[0];
	const row = (status: string, more: Json = {}) => ({ content_id: 'C1', status, content: JSON.stringify(content), publish_at: '', ...more });

	test('a new content waits for approval, or does not where none is needed', () => {
		expect(compare({})).toMatchObject({ change: 'new', status: 'review', networks: 'facebook, telegram:@shop', publish_at: '' });
		expect(compare({}, [], 'no')).toMatchObject({ change: 'new', status: 'approved' });
	});

	test.each(['review', 'asked', 'approved', 'rejected', 'attention', 'done'])('one that is as before is left alone: %s', (status) => {
		expect(compare({}, [row(status)])?.change).toBe('unchanged');
	});

	test.each(['review', 'asked', 'approved', 'rejected', 'attention'])('one that has changed is looked at again: %s', (status) => {
		expect(compare({ text: 'Bonsoir' }, [row(status)])).toMatchObject({ change: 'changed', status: 'review' });
	});

	test('one that is out is never touched', () => {
		expect(compare({ text: 'Bonsoir' }, [row('done')])?.change).toBe('published');
	});

	test('its date is told in UTC, whatever its zone', () => {
		expect(compare({ publishAt: '2027-03-14T09:30', timeZone: 'Europe/Paris' })?.publish_at).toBe('2027-03-14T08:30:00.000Z');
		expect(compare({ publishAt: '2027-03-14T09:30' })?.publish_at).toBe('2027-03-14T08:30:00.000Z');
		expect(compare({ publishAt: '2027-03-14T09:30-03:00' })?.publish_at).toBe('2027-03-14T12:30:00.000Z');
	});

	test('a slot that was handed out stays; a date that was taken away does not', () => {
		const publish_at = '2027-03-20T08:00:00.000Z';
		expect(compare({ text: 'Bonsoir' }, [row('approved', { publish_at })])?.publish_at).toBe(publish_at);
		const dated = { ...content, publishAt: '2027-03-20T09:00' };
		expect(compare({ text: 'Bonsoir' }, [row('approved', { publish_at, content: JSON.stringify(dated) })])?.publish_at).toBe('');
	});

	test('an old calendar does not go out at once', () => {
		expect(compare({ publishAt: '2027-03-01T09:30' }, [], 'no')).toMatchObject({ status: 'review', note: expect.stringContaining('date has passed') });
		expect(compare({ publishAt: '2027-03-09T22:00' }, [], 'no')).toMatchObject({ status: 'approved', note: '' });
	});
});

describe('Import content: Outcome', () => {
	const outcome = (name: string, ...input: Json[]) => run('Import content', 'Outcome', { 'Next source': [{ source: 'file', name }] }, input);

	test('contents leave their row and warnings behind', () => {
		const [found] = outcome('a.csv', { id: 'C1', text: 'Bonjour', targets: [], raw: { x: 1 }, warnings: ['Look.'] });
		expect(found).toEqual({ kind: 'content', file: 'a.csv', content: { id: 'C1', text: 'Bonjour', targets: [] }, warnings: ['Look.'] });
	});

	test('a problem says in which of several files it is', () => {
		const problem = { row: 3, id: 'C1', severity: 'error', problem: 'No.', fix: 'Do.' };
		expect(outcome('a.csv', { ...problem, file: 'a.csv' })).toMatchObject([{ file: 'a.csv', row: '3', content_id: 'C1' }]);
		expect(outcome('*.csv', { ...problem, file: 'b.csv' })).toMatchObject([{ file: '*.csv', row: 'b.csv: 3' }]);
	});

	test('what could not be read is a problem with a fix', () => {
		expect(outcome('a.csv', { error: 'No file(s) found' })).toMatchObject([{ kind: 'problem', severity: 'error', problem: 'No file(s) found.', fix: expect.stringContaining('Settings') }]);
		expect(outcome('a.csv', { error: { message: 'Gone', description: 'It is gone.' } })).toMatchObject([{ problem: 'It is gone.' }]);
	});

	test('a source with nothing in it ends no run', () => {
		expect(outcome('a.csv', {})).toEqual([{ kind: 'nothing', file: 'a.csv' }]);
	});
});

describe('Editorial calendar: What became of it', () => {
	const row = { content_id: 'C1', status: 'approved', note: '', content: '{"id":"C1"}' };
	const became = (statuses: string[], rows: Json[] = [row]) =>
		run('Editorial calendar', 'What became of it', { 'Due by now': rows }, statuses.map((status, index) => ({ contentId: 'C1', network: `network${index}`, status, reason: `Why ${index}.`, hint: `Do ${index}.` })));

	test.each([
		[['published', 'deleted'], 'done'],
		[['published', 'scheduled'], 'approved'],
		[['published', 'refused', 'failed'], 'attention'],
		[['published', 'unknown'], 'attention'],
		[['published', 'failed'], 'approved'],
		[['processing'], 'approved'],
	])('%j → %s', (statuses, status) => {
		expect(became(statuses)).toMatchObject([{ content_id: 'C1', status }]);
	});

	test('the note names what needs a person, and nothing else then', () => {
		expect(became(['published', 'refused', 'failed'])[0]?.note).toBe('network1 (refused): Why 1. Do 1.');
		expect(became(['failed'])[0]?.note).toBe('network0 (failed): Why 0. Do 0.');
	});

	test('a line that says it already is not written again', () => {
		expect(became(['failed'], [{ ...row, note: 'network0 (failed): Why 0. Do 0.' }])).toEqual([]);
	});

	test('a line whose content is no JSON says so', () => {
		expect(became(['refused'], [{ ...row, content: 'oops' }])[0]).toMatchObject({ status: 'attention', note: expect.stringContaining('no JSON') });
	});
});

describe('Editorial calendar: accounts', () => {
	const Settings = [{ networks: 'Facebook, telegram', facebook_page: '1', instagram_account: '2', telegram_chat: '@shop', threads_profile: '4' }];
	const placed = (content: object, publish_at = '2027-03-10T08:00:00.000Z') => run('Editorial calendar', 'Contents that are due', { Settings }, [{ content_id: 'C1', publish_at, content: JSON.stringify(content) }])[0];

	test('a content that names no network goes to those of Settings', () => {
		expect(placed({ text: 'Bonjour', targets: [] })).toMatchObject({ id: 'C1', targets: [{ network: 'facebook', account: '1' }, { network: 'telegram', account: '@shop' }] });
	});

	test('an account of its own stays', () => {
		expect(placed({ targets: [{ network: 'telegram', account: '@other' }, { network: 'instagram' }, { network: 'threads' }] })).toMatchObject({
			targets: [{ network: 'telegram', account: '@other' }, { network: 'instagram', account: '2' }, { network: 'threads', account: '4' }],
		});
	});

	test('a date that a person wrote into the store without a zone is in UTC, whatever zone the content has', () => {
		const content = { text: 'Bonjour', timeZone: 'America/New_York' };
		expect(placed(content, '2027-03-10 08:00')).toMatchObject({ publishAt: '2027-03-10 08:00Z' });
		expect(placed(content, '2027-03-10T08:00:00-05:00')).toMatchObject({ publishAt: '2027-03-10T08:00:00-05:00' });
	});
});

describe('Publishing digest', () => {
	interface Digest {
		title: string;
		text: string;
		telegram: string;
		needs: number;
		planned: number;
	}
	const digest = ({ contents = [], publications = [], results = [] }: { contents?: Json[]; publications?: Json[]; results?: Json[] }, settings: Json = {}): Digest => {
		const [written] = run<Digest>('Publishing digest', 'Write the digest', { Settings: [{ language: 'en', time_zone: '', ...settings }], Contents: contents, Publications: publications, 'Results of the week': results });
		if (!written) throw new Error('There is no digest.');
		return written;
	};
	const out = (contentId: string, at: string, more: Json = {}) => ({ key: contentId, contentId, network: 'facebook', status: 'published', at, permalink: `https://fb.example/${contentId}`, ...more });
	const block = ({ text }: Digest, title: string) => text.split('\n\n').find((one) => one.startsWith(title)) ?? '';

	test('tells yesterday and today apart by the zone of the workflow', () => {
		const written = digest({ publications: [out('A', '2027-03-09T22:30:00Z'), out('B', '2027-03-09T23:30:00Z'), out('C', '2027-03-08T20:00:00Z')] });
		expect(block(written, 'Yesterday')).toMatch(/^Yesterday\n• 23:30 Facebook: A\n {2}https:\/\/fb\.example\/A$/);
		expect(block(written, 'Today')).toContain('00:30 Facebook: B');
		expect(written.text).not.toContain('fb.example/C');
	});

	test('a refusal counts until the content has changed or is out, what is unknown until it is settled', () => {
		const publications = ['attention', 'review', 'done'].flatMap((status) => [out(`r-${status}`, '', { status: 'refused', reason: `Refused in ${status}.` }), out(`u-${status}`, '', { status: 'unknown' })]);
		const contents = ['attention', 'review', 'done'].flatMap((status) => [{ content_id: `r-${status}`, status, text: '' }, { content_id: `u-${status}`, status, text: '' }]);
		const needs = block(digest({ publications, contents }), 'Needs you');
		for (const there of ['Refused in attention.', 'u-attention', 'u-review', 'u-done', '2 contents wait for approval.']) expect(needs).toContain(there);
		for (const gone of ['Refused in review.', 'Refused in done.']) expect(needs).not.toContain(gone);
	});

	test('plans the next seven days, in order', () => {
		const planned = (content_id: string, publish_at: string, status = 'approved') => ({ content_id, status, publish_at, text: content_id, networks: 'all' });
		const written = digest({ contents: [planned('B', '2027-03-12T08:00:00Z'), planned('A', '2027-03-11T08:00:00Z'), planned('late', '2027-03-20T08:00:00Z'), planned('no', '2027-03-11T08:00:00Z', 'rejected')] });
		expect(block(written, 'Planned').split('\n').slice(1)).toEqual(['• Thu 11 Mar 09:00 (all networks): “A”', '• Fri 12 Mar 09:00 (all networks): “B”']);
		expect(written.planned).toBe(2);
	});

	test('the best post is the one that was seen most', () => {
		const result = (content_id: string, views: string, reach = '') => ({ key: content_id, content_id, network: 'instagram', permalink: '', views, reach, likes: '3', comments: '0', shares: '' });
		expect(block(digest({ results: [result('A', '90'), result('B', '1200'), result('C', '', '400')] }), 'Best')).toContain('Instagram: B\n  1200 views, 3 likes');
	});

	test.each([
		['fr', 'Publications du 10 mars 2027', 'Rien n’est prévu'],
		['pt', 'Publicações de 10 de março de 2027', 'Nada está previsto'],
		['en', 'Publications of March 10, 2027', 'Nothing is planned'],
		['xx', 'Publications of March 10, 2027', 'Nothing is planned'],
	])('speaks %s', (language, title, nothing) => {
		expect(digest({}, { language })).toMatchObject({ title, text: expect.stringContaining(nothing) });
	});

	test('Telegram gets at most 4096 characters, cut at a line', () => {
		const publications = Array.from({ length: 200 }, (_, index) => out(`number-${index}`, '2027-03-10T07:00:00Z'));
		const { telegram, text } = digest({ publications });
		expect(text.length).toBeGreaterThan(4096);
		expect(telegram.length).toBeLessThanOrEqual(4096);
		expect(telegram.length).toBeGreaterThan(3800);
		const lines = telegram.split('\n');
		expect(lines.at(-1)).toMatch(/^… and \d+ more lines$/);
		for (const line of lines.slice(2, -1)) expect(text.split('\n')).toContain(line);
	});

	describe('what was sent', () => {
		const written = [{ title: 'T', text: 'X', needs: 0, planned: 0 }];
		const sent = (settings: Json, nodes: Nodes) => run('Publishing digest', 'Digest', { 'Write the digest': written, Settings: [{ telegram_chat: '', email_to: '', ...settings }], ...nodes });

		test('without a channel the text is answered', () => {
			expect(sent({}, {})).toEqual([{ title: 'T', text: 'X', sent: [], needs: 0, planned: 0 }]);
		});

		test('each channel that is on and took it is named', () => {
			expect(sent({ telegram_chat: '@shop', email_to: 'a@b.example' }, { Telegram: [{ message_id: 1 }], 'E-mail': [{ messageId: '<1>' }] })).toMatchObject([{ sent: ['Telegram', 'E-mail'] }]);
		});

		test('one that failed, or whose node is switched off, fails the execution and says what went out', () => {
			const nodes = { Telegram: { first: [], second: [{ error: 'Forbidden' }] }, 'E-mail': [{ messageId: '<1>' }] };
			expect(() => sent({ telegram_chat: '@shop', email_to: 'a@b.example' }, nodes)).toThrow('The digest was not sent. Telegram: Forbidden It went out by E-mail.');
			expect(() => sent({ email_to: 'a@b.example' }, { 'E-mail': written })).toThrow('E-mail: the node is switched off');
		});
	});
});
