import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { pageOf, pagesOf } from './gaql';

/** https://developers.google.com/google-ads/api/fields/v25/customer_client */
interface Client {
	id: string;
	descriptiveName?: string;
	manager?: boolean;
	level?: string;
	currencyCode?: string;
	timeZone?: string;
	status?: string;
	testAccount?: boolean;
	hidden?: boolean;
}

interface Row {
	customerClient: Client;
}

/** An account that the connected person reaches, and how. */
export interface ReachedAccount {
	id: string;
	name: string;
	/** 0 for one that the person reaches directly. */
	level: number;
	/** The names on the way to it, itself included. */
	path: string;
	parentId?: string;
	/** What “Login Customer ID” in the credential has to be to work in it; absent where the person reaches it directly. */
	loginCustomerId?: string;
	manager: boolean;
	currency: string;
	timeZone: string;
	status: string;
	test: boolean;
	hidden: boolean;
	/** Why Google does not tell more of it. */
	problem?: string;
}

const query = (levels: string) =>
	`SELECT customer_client.id, customer_client.descriptive_name, customer_client.manager, customer_client.level, customer_client.currency_code, customer_client.time_zone, customer_client.status, customer_client.test_account, customer_client.hidden FROM customer_client${levels}`;

/** What the person reaches directly. https://developers.google.com/google-ads/api/docs/account-management/listing-accounts */
async function rootsOf(api: Api): Promise<string[]> {
	const { resourceNames = [] } = await api.send<{ resourceNames?: string[] }>({ url: '/customers:listAccessibleCustomers' });
	return resourceNames.map((name) => name.replace('customers/', ''));
}

type Place = Pick<ReachedAccount, 'level' | 'path' | 'parentId' | 'loginCustomerId'>;

const nameOf = ({ descriptiveName, id }: Client) => descriptiveName || id;

const reached = (client: Client, place: Place): ReachedAccount => ({
	...{ id: client.id, name: nameOf(client), ...place, manager: client.manager ?? false, currency: client.currencyCode ?? '' },
	...{ timeZone: client.timeZone ?? '', status: client.status ?? 'UNKNOWN', test: client.testAccount ?? false, hidden: client.hidden ?? false },
});

const unreached = (id: string, problem: string): ReachedAccount => ({ id, name: id, level: 0, path: id, manager: false, currency: '', timeZone: '', status: 'UNKNOWN', test: false, hidden: false, problem });

/** Why Google tells nothing of one account; throws what is wrong with more than that. */
function problemOf(error: unknown, alone: boolean): string {
	if (!isAboutAccount(error) || alone) throw error;
	return error.message;
}

const isAboutAccount = (error: unknown): error is PlatformError => error instanceof PlatformError && (error.code ?? '').startsWith('authorizationError.');

/** One account and those right below it; the way there leads through `root`. */
async function childrenOf(api: Api, id: string, root: string): Promise<Client[]> {
	const rows: Client[] = [];
	for await (const page of pagesOf<Row>(api, id, query(' WHERE customer_client.level <= 1'), { through: root })) rows.push(...page.map(({ customerClient }) => customerClient));
	return rows;
}

/** The tree below one account, level by level: a manager is asked for those right below it, as Google does not name the parents of those further down. */
async function* treeOf(api: Api, root: string, seen: Set<string>): AsyncGenerator<ReachedAccount> {
	const queue: { id: string; place: Place; manager?: ReachedAccount }[] = [{ id: root, place: { level: 0, path: '' } }];
	for (let next = queue.shift(); next; next = queue.shift()) {
		const { id, place, manager } = next;
		const clients = await childrenOf(api, id, root).catch((error: unknown) => problemOf(error, manager === undefined));
		if (typeof clients === 'string') {
			if (manager) yield { ...manager, problem: clients };
			continue;
		}
		if (manager) yield manager;
		const own = clients.find((client) => client.id === id);
		const path = place.path || (own ? nameOf(own) : id);
		if (own && place.level === 0 && !seen.has(id)) {
			seen.add(id);
			yield reached(own, { ...place, path });
		}
		for (const client of clients.filter((one) => one.id !== id && !seen.has(one.id))) {
			seen.add(client.id);
			const below: Place = { level: place.level + 1, path: `${path} > ${nameOf(client)}`, parentId: id, loginCustomerId: root };
			if (client.manager) queue.push({ id: client.id, place: below, manager: reached(client, below) });
			else yield reached(client, below);
		}
	}
}

/** All accounts that the person reaches, each once; one that Google keeps closed does not hide the others. */
export async function* listAccounts(api: Api): AsyncGenerator<ReachedAccount> {
	const roots = await rootsOf(api);
	const seen = new Set<string>();
	let refusals = 0;
	for (const root of roots) {
		try {
			yield* treeOf(api, root, seen);
		} catch (error) {
			const problem = problemOf(error, ++refusals === roots.length);
			if (!seen.has(root)) yield unreached(root, problem);
		}
	}
}

/** The same for a list in the editor: one question for each account that is reached directly, so that nobody waits. */
export async function* listNames(api: Api): AsyncGenerator<ReachedAccount> {
	const roots = await rootsOf(api);
	const asked = roots.map(async (root) => ({ root, page: await pageOf<Row>(api, root, query(''), { through: root }) }));
	for (const answer of await Promise.allSettled(asked)) {
		if (answer.status === 'rejected') {
			problemOf(answer.reason, roots.length === 1);
			continue;
		}
		const { root, page } = answer.value;
		// What is reached directly too is told of there.
		const told = (page.results ?? []).filter(({ customerClient: { id } }) => id === root || !roots.includes(id));
		for (const { customerClient: client } of told) yield reached(client, { level: Number(client.level ?? 0), path: '', ...(client.id !== root && { loginCustomerId: root }) });
	}
}

const fields = 'customer.id, customer.descriptive_name, customer.currency_code, customer.time_zone, customer.status, customer.manager, customer.test_account, customer.auto_tagging_enabled, customer.optimization_score, customer.has_partners_badge, customer.conversion_tracking_setting.conversion_tracking_status, customer.conversion_tracking_setting.accepted_customer_data_terms, customer.conversion_tracking_setting.enhanced_conversions_for_leads_enabled, customer.conversion_tracking_setting.google_ads_conversion_customer';

interface CustomerRow {
	customer: Client & {
		autoTaggingEnabled?: boolean;
		optimizationScore?: number;
		hasPartnersBadge?: boolean;
		conversionTrackingSetting?: { conversionTrackingStatus?: string; acceptedCustomerDataTerms?: boolean; enhancedConversionsForLeadsEnabled?: boolean; googleAdsConversionCustomer?: string };
	};
}

/** One account with its settings. https://developers.google.com/google-ads/api/fields/v25/customer */
export async function getAccount(api: Api, customer: string): Promise<object> {
	const [row] = (await pageOf<CustomerRow>(api, customer, `SELECT ${fields} FROM customer LIMIT 1`)).results ?? [];
	if (!row) throw new PlatformError({ verdict: 'stop', code: 'account', message: `Google Ads says nothing about account ${customer}.`, hint: 'Look at the account at ads.google.com.' });
	const { conversionTrackingSetting: conversions = {}, ...account } = row.customer;
	return {
		...{ id: account.id, name: nameOf(account), currency: account.currencyCode, timeZone: account.timeZone, status: account.status, manager: account.manager ?? false, test: account.testAccount ?? false },
		...{ autoTagging: account.autoTaggingEnabled ?? false, optimizationScore: account.optimizationScore, partnersBadge: account.hasPartnersBadge ?? false },
		conversionTracking: {
			status: conversions.conversionTrackingStatus,
			customerDataTermsAccepted: conversions.acceptedCustomerDataTerms ?? false,
			enhancedConversionsForLeads: conversions.enhancedConversionsForLeadsEnabled ?? false,
			account: conversions.googleAdsConversionCustomer?.replace('customers/', ''),
		},
	};
}
