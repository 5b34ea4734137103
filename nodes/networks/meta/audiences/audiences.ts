import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { accountPath } from '../ads/account';
import { foundSince, remember, thisSecond } from '../ads/create';
import { homeOf } from '../../person/identifiers';

export const audienceFields = [
	'id,account_id,name,description,subtype,approximate_count_lower_bound,approximate_count_upper_bound,delivery_status,operation_status',
	'customer_file_source,lookalike_spec,time_created,time_updated,time_content_updated',
].join(',');

/** Meta has no key against repeats: without an answer the audience is looked for, and never made again. */
export async function createAudience(api: Api, account: string, body: IDataObject & { name: string; subtype: string }) {
	const url = `${accountPath(account)}/customaudiences`;
	const began = thisSecond();
	const reconcile = async () => ({ result: { id: await foundSince(api, url, { fields: 'id,name,time_created' }, began, ({ name }) => name === body.name) } });
	const { id } = await api.send<{ id: string }>({ method: 'POST', url, body, reconcile });
	remember(id);
	return { id, name: body.name, subtype: body.subtype, created: true };
}

/** 2.9 % is 0.029, without the dust of binary fractions. */
const share = (percent: number) => Number((percent / 100).toFixed(6));

/** Between 1 % and 20 % of a country. https://developers.facebook.com/docs/marketing-api/audiences/guides/lookalike-audiences */
export function lookalikeSpec(country: string, percent: number, from = 0): string {
	const home = homeOf(country, '').toUpperCase();
	const isRight = percent >= 1 && percent <= 20 && from >= 0 && from < percent;
	if (!isRight) throw refused('Size', `${from > 0 ? `${from} to ` : ''}${percent} % is not what Meta takes: 1 % to 20 % of the country.`, 'Give a number from 1 to 20, and where it starts below that.');
	return JSON.stringify({ type: 'custom_ratio', country: home, ratio: share(percent), ...(from > 0 && { starting_ratio: share(from) }) });
}

/** Changes an audience to fixed values, which may be repeated. */
export async function changeAudience(api: Api, id: string, { name, description, optOutLink }: { name?: string; description?: string; optOutLink?: string }) {
	const body = { name: name || undefined, description, opt_out_link: optOutLink || undefined };
	if (Object.values(body).every((value) => value === undefined)) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	await api.send({ method: 'POST', url: `/${id}`, body, idempotent: true });
	return { id, updated: true };
}
