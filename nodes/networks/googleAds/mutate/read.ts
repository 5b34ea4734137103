import type { Api } from '../../../core/api';
import { quotedPart } from '../gaql';
import { accountOf } from './account';
import { factsOf, idIn, nameOf } from './kinds';
import type { Kind } from './kinds';
import { among, liveOf, present, readRows, shown } from './rows';

/** One object, its amounts in the account's currency. */
export async function getOne(api: Api, customer: string, kind: Kind, text: string): Promise<object> {
	const account = await accountOf(api, customer);
	const name = nameOf(kind, account.id, text);
	return shown(present(kind, name, await liveOf(api, account.id, kind, [name])), account);
}

/** Which objects to list. */
export interface Filters {
	adGroup?: string;
	campaign?: string;
	nameContains?: string;
	statuses?: readonly string[];
	textContains?: string;
}

/** What holds the name, or the text, of a kind. */
const textField = (kind: Kind) => (kind === 'keyword' ? 'ad_group_criterion.keyword.text' : `${factsOf(kind).table}.name`);

/** Removed ones are listed only if they are asked for. */
const statusIs = (kind: Kind, statuses: readonly string[]) => `${factsOf(kind).table}.status ${statuses.length > 0 ? among(statuses) : "!= 'REMOVED'"}`;

/** An expression may give a number, or nothing. */
const textIn = (value: unknown) => String(value ?? '').trim();

/** Objects of an account, of a campaign or of an ad group. */
export async function* listAll(api: Api, customer: string, kind: Kind, { adGroup, campaign, nameContains, statuses = [], textContains }: Filters, most: number): AsyncGenerator<object> {
	const account = await accountOf(api, customer);
	const text = textIn(nameContains) || textIn(textContains);
	const where = [
		statusIs(kind, statuses),
		...(textIn(campaign) ? [`campaign.id = ${idIn(nameOf('campaign', account.id, campaign, 'Campaign ID'))}`] : []),
		...(textIn(adGroup) ? [`ad_group.id = ${idIn(nameOf('adGroup', account.id, adGroup, 'Ad Group ID'))}`] : []),
		...(text ? [`${textField(kind)} LIKE ${quotedPart(text)}`] : []),
	];
	for await (const live of readRows(api, account.id, kind, where, most)) yield shown(live, account);
}
