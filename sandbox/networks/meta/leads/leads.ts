import { seed } from '../../seed';
import { Connection, Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import type { Ad } from '../ads/model';
import type { Page } from '../model';
import { graphTime, type Meta } from '../state';
import type { Lead, LeadForm } from './model';

const question = (id: number, key: string, label: string, type: string): LeadForm['questions'][number] => ({ id: `77000000000000${id}`, key, label, type });

/** The forms of the florist's page. */
export const seedForms = (now: number): LeadForm[] => [
	{
		...{ type: 'LeadgenForm', id: '550000000000001', pageId: seed.meta.page.id, name: 'Devis mariage', status: 'ACTIVE', locale: 'fr_FR', createdAt: now },
		questions: [
			question(1, 'email', 'E-mail', 'EMAIL'),
			question(2, 'full_name', 'Nom', 'FULL_NAME'),
			question(3, 'phone_number', 'Téléphone', 'PHONE'),
			question(4, 'date_du_mariage', 'Date du mariage', 'CUSTOM'),
		],
	},
	{
		...{ type: 'LeadgenForm', id: '550000000000002', pageId: seed.meta.page.id, name: 'Abonnement bouquets', status: 'ARCHIVED', locale: 'fr_FR', createdAt: now },
		questions: [question(5, 'email', 'E-mail', 'EMAIL')],
	},
];

export const describeForm: Describe<LeadForm> = (form, meta) => ({
	label: 'LeadGenData',
	defaults: ['id', 'locale', 'name', 'status'],
	fields: {
		...{ id: () => form.id, name: () => form.name, status: () => form.status, locale: () => form.locale, page_id: () => form.pageId },
		...{ created_time: () => graphTime(form.createdAt), questions: () => form.questions, leads_count: () => leadsOf(form, meta).length },
		page: () => new Ref(meta.page(form.pageId), ['id', 'name']),
	},
});

export const describeLead: Describe<Lead> = (lead, meta) => {
	const ad = meta.find('Ad', lead.adId);
	const adSet = meta.find('AdSet', ad?.adSetId);
	const campaign = meta.find('Campaign', adSet?.campaignId);
	return {
		label: 'UserLeadGenInfo',
		defaults: ['created_time', 'id', 'field_data'],
		fields: {
			...{ id: () => lead.id, created_time: () => graphTime(lead.createdAt), form_id: () => lead.formId, field_data: () => lead.fields },
			...{ ad_id: () => lead.adId, ad_name: () => ad?.name, adset_id: () => adSet?.id, adset_name: () => adSet?.name },
			...{ campaign_id: () => campaign?.id, campaign_name: () => campaign?.name, is_organic: () => lead.adId === undefined, platform: () => 'fb' },
			custom_disclaimer_responses: () => (lead.disclaimers.length > 0 ? lead.disclaimers : undefined),
		},
	};
};

const leadsOf = (form: LeadForm, meta: Meta, isTest = false): Lead[] => meta.all('Lead').filter((lead) => lead.formId === form.id && lead.isTest === isTest);

/** Only filters on the time are modelled. Newest first, as Meta lists them. */
function listed(leads: Lead[], { params }: Call): Lead[] {
	const filters = params.records('filtering') ?? [];
	const strange = filters.find(({ field, operator }) => field !== 'time_created' || !['GREATER_THAN', 'GREATER_THAN_OR_EQUAL', 'LESS_THAN'].includes(String(operator)));
	if (strange) throw invalid(`Param filtering: field ${String(strange.field)} cannot be filtered on with ${String(strange.operator)}`);
	const passes = ({ createdAt }: Lead): boolean =>
		filters.every(({ operator, value }) => {
			const [at, limit] = [Math.floor(createdAt / 1000), Number(value)];
			return operator === 'GREATER_THAN' ? at > limit : operator === 'LESS_THAN' ? at < limit : at >= limit;
		});
	return leads.filter(passes).reverse();
}

interface NewLead {
	fields: Lead['fields'];
	adId?: string;
	isTest?: boolean;
	disclaimers?: Lead['disclaimers'];
}

/** Somebody fills a form in; whoever has subscribed to `leadgen` is told. */
export function addLead(meta: Meta, form: LeadForm, { fields, adId, isTest = false, disclaimers = [] }: NewLead): Lead {
	const lead = meta.keep<Lead>({ type: 'Lead', id: meta.newId('lead'), pageId: form.pageId, formId: form.id, adId, fields, disclaimers, isTest, createdAt: meta.now });
	const created = Math.floor(lead.createdAt / 1000);
	const ad = meta.find('Ad', adId);
	const value = { leadgen_id: lead.id, page_id: form.pageId, form_id: form.id, created_time: created, ...(ad && { ad_id: ad.id, adgroup_id: ad.adSetId }) };
	meta.webhooks.send('page', { id: form.pageId, changes: [{ field: 'leadgen', value }] });
	return lead;
}

/** A test lead at a time: https://developers.facebook.com/docs/marketing-api/guides/lead-ads/testing-troubleshooting */
function createTestLead(form: LeadForm, { params }: Call, meta: Meta): Created {
	if (leadsOf(form, meta, true).length > 0) throw invalid('A test lead exists already; delete it first.');
	const given = params.records('field_data') ?? form.questions.map(({ key, label }) => ({ name: key, values: [`<test lead: dummy data for ${label}>`] }));
	const fields = given.map(({ name, values }) => {
		if (!form.questions.some(({ key }) => key === name)) throw invalid(`Param field_data: the form has no question ${String(name)}`);
		return { name: String(name), values: Array.isArray(values) ? values.map(String) : [] };
	});
	return new Created(addLead(meta, form, { fields, isTest: true }));
}

export const formEdges: Edges<'LeadgenForm', Handler<LeadForm>> = {
	GET: (form) => new Ref(form, ['id', 'locale', 'name', 'status']),
	POST: (form, { params }) => {
		form.status = params.oneOf('status', ['ACTIVE', 'ARCHIVED']) ?? form.status;
		return { success: true };
	},
	'GET leads': (form, call, meta) => new Connection(`${form.id}/leads`, listed(leadsOf(form, meta), call)),
	'GET test_leads': (form, _call, meta) => new Connection(`${form.id}/test_leads`, leadsOf(form, meta, true)),
	'POST test_leads': createTestLead,
};

export const leadEdges: Edges<'Lead', Handler<Lead>> = {
	GET: (lead) => new Ref(lead, ['created_time', 'id', 'field_data']),
	DELETE: (lead, _call, meta) => {
		meta.nodes.delete(lead.id);
		return { success: true };
	},
};

export const pageLeadEdges = {
	'GET leadgen_forms': (page: Page, _call: Call, meta: Meta) =>
		new Connection(
			`${page.id}/leadgen_forms`,
			meta.all('LeadgenForm').filter(({ pageId }) => pageId === page.id),
		),
};

export const adLeadEdges = {
	'GET leads': (ad: Ad, call: Call, meta: Meta) =>
		new Connection(
			`${ad.id}/leads`,
			listed(
				meta.all('Lead').filter(({ adId, isTest }) => adId === ad.id && !isTest),
				call,
			),
		),
};
