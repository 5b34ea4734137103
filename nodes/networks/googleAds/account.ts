import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { keeping } from '../../core/kept';
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

/** None of it changes. */
const known = keeping<Account>();

const query = 'SELECT customer.id, customer.descriptive_name, customer.currency_code, customer.time_zone, customer.manager FROM customer LIMIT 1';

async function ask(api: Api, id: string): Promise<Account> {
	const [row] = (await pageOf<Row>(api, id, query)).results ?? [];
	if (!row) throw new PlatformError({ verdict: 'stop', code: 'account', message: `Google Ads says nothing about account ${id}.`, hint: 'Look at the account at ads.google.com.' });
	const { descriptiveName: name = '', currencyCode: currency = '', timeZone = 'UTC', manager = false } = row.customer;
	return { id, name, currency, timeZone, manager };
}

/** The account, asked for once by all items. https://developers.google.com/google-ads/api/fields/v25/customer */
export async function accountOf(api: Api, customer: string): Promise<Account> {
	const id = customerIdOf(customer);
	return await known(`${api.connection}/${id}`, async () => await ask(api, id));
}
