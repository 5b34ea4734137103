import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { secondsOf } from '../../facebook/schedule';
import { objectOf } from '../../../core/json';
import { remove } from '../remove';
import { valuesOf } from '../../person/identifiers';

export const formFields = 'id,name,status,locale,leads_count,created_time,questions{id,key,label,type,options}';

export const leadFields = 'id,created_time,form_id,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,is_organic,platform,partner_name,field_data,custom_disclaimer_responses';

interface Lead extends IDataObject {
	id: string;
	field_data?: { name: string; values: string[] }[];
}

/** The answers beside Meta's list, each under the name of its question: what has one value as a text. */
export function withAnswers(lead: Lead): object {
	const answers = (lead.field_data ?? []).map(({ name, values }) => [name, values.length === 1 ? values[0] : values]);
	return { ...lead, fields: Object.fromEntries(answers) };
}

export const getLead = async (api: Api, id: string) => withAnswers(await api.send<Lead>({ url: `/${id}`, qs: { fields: leadFields } }));

interface Span {
	since?: unknown;
	until?: unknown;
}

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving */
function filterOf({ since, until }: Span): string | undefined {
	const [from, to] = [secondsOf('Since', since), secondsOf('Until', until)];
	const field = 'time_created';
	const filters = [from !== undefined && { field, operator: 'GREATER_THAN', value: from - 1 }, to !== undefined && { field, operator: 'LESS_THAN', value: to + 1 }].filter(Boolean);
	return filters.length > 0 ? JSON.stringify(filters) : undefined;
}

/** The leads of a form or an ad, newest first. */
export async function* listLeads(api: Api, of: string, limit: number, span: Span): AsyncGenerator<object> {
	for await (const lead of api.pages<Lead>({ url: `/${of}/leads`, qs: { fields: leadFields, filtering: filterOf(span), limit } })) yield withAnswers(lead);
}

/** Sends a test lead through the form, as if somebody had filled it in. A form has one at a time, so the last one goes first. */
export async function createTestLead(api: Api, form: string, answers: unknown) {
	const given = Object.entries(objectOf('Answers (JSON)', answers) ?? {});
	const empty = given.find(([, value]) => valuesOf(value).length === 0);
	if (empty) throw refused('Answers (JSON)', `“${empty[0]}” has no answer.`, 'Leave the question out, or give it a text.');
	for await (const { id } of api.pages<{ id: string }>({ url: `/${form}/test_leads`, qs: { fields: 'id' } })) await remove(api, id);
	const body = given.length > 0 ? { field_data: given.map(([name, value]) => ({ name, values: valuesOf(value) })) } : {};
	const { id } = await api.send<{ id: string }>({ method: 'POST', url: `/${form}/test_leads`, body });
	return { id, form_id: form, created: true };
}
