import { Readable } from 'node:stream';
import { Api } from '../../../nodes/core/api';
import { PlatformError } from '../../../nodes/core/errors';
import type { Session } from '../../../nodes/core/session';
import type { Request } from '../../../nodes/core/request';
import { accountOf } from '../../../nodes/networks/googleAds/account';
import { listAccounts, listNames } from '../../../nodes/networks/googleAds/accounts';
import { listChanges } from '../../../nodes/networks/googleAds/changes';
import type { ChangeInput } from '../../../nodes/networks/googleAds/changes';
import { streamOf } from '../../../nodes/networks/googleAds/stream';
import { hurry, presentTime } from '../../support/time';

afterEach(presentTime);

/** What Google may answer that the sandbox does not: the wire itself is tried in test/operations. */
class Answering extends Api {
	readonly queries: string[] = [];
	constructor(
		private readonly answer: (customer: string, query: string) => object | Promise<object>,
		access_token = 'sandbox-token',
	) {
		const session: Pick<Session, 'pace' | 'credentials'> = { pace: '', credentials: { oauthTokenData: { access_token } } };
		super(session as Session, 'read');
	}
	override async send<T>({ url, body }: Request): Promise<T> {
		const query = String(body?.query ?? '');
		this.queries.push(query);
		return (await this.answer(/\d{10}/.exec(url)?.[0] ?? '', query)) as T;
	}
}

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
	const found: T[] = [];
	for await (const item of items) found.push(item);
	return found;
};

describe('an account', () => {
	const named = (currencyCode: string) => ({ results: [{ customer: { id: '8880000008', currencyCode } }] });

	test('is asked for once, and anew by another connection, which may not reach it', async () => {
		const [one, other] = [new Answering(() => named('EUR')), new Answering(() => named('JPY'), 'another-token')];
		for (const api of [one, one, other]) await accountOf(api, '888-000-0008');
		expect([one.queries.length, other.queries.length]).toEqual([1, 1]);
		expect((await accountOf(other, '8880000008')).currency).toBe('JPY');
	});

	test('for which another run asks in vain, as it was cancelled, is asked for again', async () => {
		const token = 'cancelled-token';
		const cancelled = accountOf(new Answering(async () => await Promise.reject(new Error('Cancelled.')), token), '8880000008');
		const waiting = accountOf(new Answering(() => named('EUR'), token), '8880000008');
		await expect(cancelled).rejects.toThrow('Cancelled.');
		expect((await waiting).currency).toBe('EUR');
	});
});

describe('accounts', () => {
	const tree: Record<string, string[]> = { '1000000000': ['2000000000', '3000000000', '4000000000'], '2000000000': ['5000000000'], '3000000000': ['6000000000'] };
	const client = (id: string, level: number) => ({ customerClient: { id, level: String(level), manager: id in tree, descriptiveName: id, status: 'ENABLED' } });
	const closed = new PlatformError({ verdict: 'stop', code: 'authorizationError.CUSTOMER_NOT_ENABLED', message: 'It is closed.', hint: '' });
	const answering = (failing: string, error: Error) =>
		new Answering((customer) => {
			if (customer === '') return { resourceNames: ['customers/1000000000'] };
			if (customer === failing) throw error;
			return { results: [client(customer, 0), ...(tree[customer] ?? []).map((id) => client(id, 1))] };
		});

	test('a manager below another one that is closed says so, and hides none of the others', async () => {
		const accounts = await all(listAccounts(answering('2000000000', closed)));
		expect(accounts.map(({ id }) => id).sort()).toEqual(['1000000000', '2000000000', '3000000000', '4000000000', '6000000000']);
		expect(accounts.filter(({ problem }) => problem)).toMatchObject([{ id: '2000000000', level: 1, parentId: '1000000000', problem: 'It is closed.' }]);
	});

	test('one that is reached directly and through a manager stands in the editor’s list once', async () => {
		const api = new Answering((customer) => (customer === '' ? { resourceNames: ['customers/2000000000', 'customers/5000000000'] } : { results: [client(customer, 0), ...(tree[customer] ?? []).map((id) => client(id, 1))] }));
		expect((await all(listNames(api))).map(({ id, loginCustomerId }) => [id, loginCustomerId])).toEqual([['2000000000', undefined], ['5000000000', undefined]]);
	});

	test('what is wrong with more than one account is no account’s', async () => {
		const quota = new PlatformError({ verdict: 'wait', code: 'quotaError.RESOURCE_EXHAUSTED', message: 'Used up.', hint: '' });
		await expect(all(listAccounts(answering('2000000000', quota)))).rejects.toThrow('Used up.');
	});
});

describe('changes', () => {
	const input: ChangeInput = { account: '7770000007', since: '', until: '', returnAll: true, limit: 50, campaign: '', options: {} };
	/** Latest first: so many changes at each of these moments. */
	const history = (...counts: number[]) =>
		counts.flatMap((count, at) => Array.from({ length: count }, (_, index) => ({ changeEvent: { resourceName: `changes/${at}~${index}`, changeDateTime: `2026-11-2${9 - at} 10:00:00.000000` } })));
	const answering = (changes: ReturnType<typeof history>) =>
		new Answering((_, query) => {
			if (!query.includes('change_event')) return { results: [{ customer: { id: '7770000007', timeZone: 'UTC' } }] };
			const [, end = ''] = /change_date_time <= '([^']+)'/.exec(query) ?? [];
			return { results: changes.filter(({ changeEvent }) => changeEvent.changeDateTime <= end).slice(0, Number(/LIMIT (\d+)/.exec(query)?.[1])) };
		});
	const read = async (changes: ReturnType<typeof history>, more: Partial<ChangeInput> = {}) => (await all(listChanges(answering(changes), { ...input, until: '2099-01-01', ...more }))).flat();

	test('as many as are wanted, also where thousands were made at one moment', async () => {
		expect(await read(history(9_000, 6_000, 5_000), { returnAll: false, limit: 12_000 })).toHaveLength(12_000);
		expect(await read(history(9_000, 6_000, 5_000))).toHaveLength(20_000);
	});

	test('more at one moment than Google tells is a refusal, and not a part of them', async () => {
		await expect(read(history(10_001, 5))).rejects.toThrow(/10000 changes or more were made at 2026-11-29 10:00:00/);
	});
});

describe('a stream', () => {
	const line = () => {
		const body = new Readable({ read: () => undefined });
		body.push('[{"results":[{"campaign":{"id":"1"}}]},');
		return body;
	};

	test('that says nothing any more does not hold the workflow for ever', async () => {
		hurry(3000);
		const body = line();
		const pages = streamOf(new Answering(() => body), '1234567890', 'SELECT campaign.id FROM campaign');
		expect((await pages.next()).value).toEqual([{ campaign: { id: '1' } }]);
		await expect(pages.next()).rejects.toMatchObject({ verdict: 'retry', code: 'stream' });
		expect(body.destroyed).toBe(true);
	});

	test('of which no more is wanted is closed', async () => {
		const body = line();
		for await (const page of streamOf(new Answering(() => body), '1234567890', 'SELECT campaign.id FROM campaign')) if (page.length > 0) break;
		expect(body.destroyed).toBe(true);
	});
});
