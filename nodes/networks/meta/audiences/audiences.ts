import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { accountPath } from '../ads/account';
import { homeOf } from '../identifiers';

export const audienceFields = [
	'id,account_id,name,description,subtype,approximate_count_lower_bound,approximate_count_upper_bound,delivery_status,operation_status',
	'customer_file_source,lookalike_spec,time_created,time_updated,time_content_updated',
].join(',');

interface Named {
	id: string;
	name?: string;
	time_created?: number;
}

/** Tells what a call without an answer made by its name: the only audience of that name that came since. */
const finder = (api: Api, url: string, name: string, began: number) => async () => {
	const found: string[] = [];
	for await (const one of api.pages<Named>({ url, qs: { fields: 'id,name,time_created', limit: 100 } })) {
		if (one.name === name && (one.time_created ?? 0) >= began) found.push(one.id);
	}
	const [only, other] = found;
	if (only !== undefined && other === undefined) return { result: { id: only } };
	throw new PlatformError({ verdict: 'unknown', message: `Meta lists ${found.length} audiences that it may be.`, hint: 'Look at the audiences of the ad account.' });
};

/** Meta has no key against repeats: without an answer the audience is looked for, and never made again. */
export async function createAudience(api: Api, account: string, body: IDataObject & { name: string; subtype: string }) {
	const url = `${accountPath(account)}/customaudiences`;
	const reconcile = finder(api, url, body.name, Math.floor(Date.now() / 1000));
	const { id } = await api.send<{ id: string }>({ method: 'POST', url, body, reconcile });
	return { id, name: body.name, subtype: body.subtype, created: true };
}

/** Between 1 % and 20 % of a country. https://developers.facebook.com/docs/marketing-api/audiences/guides/lookalike-audiences */
export function lookalikeSpec(country: string, percent: number, from = 0): string {
	const home = homeOf(country, '').toUpperCase();
	const isRight = percent >= 1 && percent <= 20 && from >= 0 && from < percent;
	if (!isRight) throw refused('Size', `${from > 0 ? `${from} to ` : ''}${percent} % is not what Meta takes: 1 % to 20 % of the country.`, 'Give a number from 1 to 20, and where it starts below that.');
	return JSON.stringify({ type: 'custom_ratio', country: home, ratio: percent / 100, ...(from > 0 && { starting_ratio: from / 100 }) });
}

/** Changes an audience to fixed values, which may be repeated. */
export async function changeAudience(api: Api, id: string, { name, description, optOutLink }: { name?: string; description?: string; optOutLink?: string }) {
	const body = { name: name || undefined, description, opt_out_link: optOutLink || undefined };
	if (Object.values(body).every((value) => value === undefined)) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	await api.send({ method: 'POST', url: `/${id}`, body, idempotent: true });
	return { id, updated: true };
}
