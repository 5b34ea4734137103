import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { customerIdOf } from './customer';
import { pageOf } from './gaql';

/** What has to be known of an account to read its money and its days. */
export interface Account {
	id: string;
	name: string;
	/** ISO 4217. */
	currency: string;
	/** IANA name. */
	timeZone: string;
	/** It has accounts below it, and no ads and metrics of its own. */
	manager: boolean;
}

interface Row {
	customer: { id: string; descriptiveName?: string; currencyCode?: string; timeZone?: string; manager?: boolean };
}

/** None of it changes: it is kept so long, in ms, so that a thousand items ask once. */
const KEEP = 10 * 60_000;
const known = new Map<string, { account: Promise<Account>; until: number }>();

const query = 'SELECT customer.id, customer.descriptive_name, customer.currency_code, customer.time_zone, customer.manager FROM customer LIMIT 1';

async function ask(api: Api, id: string): Promise<Account> {
	const [row] = (await pageOf<Row>(api, id, query)).results ?? [];
	if (!row) throw new PlatformError({ verdict: 'stop', code: 'account', message: `Google Ads says nothing about account ${id}.`, hint: 'Look at the account at ads.google.com.' });
	const { descriptiveName: name = '', currencyCode: currency = '', timeZone = 'UTC', manager = false } = row.customer;
	return { id, name, currency, timeZone, manager };
}

/** The account, asked for once by all items. https://developers.google.com/google-ads/api/fields/v25/customer */
export async function accountOf(api: Api, customer: string): Promise<Account> {
	const now = Date.now();
	for (const [key, { until }] of known) if (until < now) known.delete(key);
	const id = customerIdOf(customer);
	const key = `${api.connection}/${id}`;
	const found = known.get(key);
	// Why another run did not get its answer is its own matter.
	if (found) return await found.account.catch(async () => await ask(api, id));
	const account = ask(api, id);
	known.set(key, { account, until: now + KEEP });
	account.catch(() => known.delete(key));
	return await account;
}
