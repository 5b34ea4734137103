import type { Meta } from '../state';
import { addLead } from './leads';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{form?, ad?, fields?}`: somebody fills in a lead form of the page, the first one unless another is named. */
export function lead(meta: Meta, value: unknown): string | undefined {
	const { form: id, ad, fields = { email: 'ines@example.com', full_name: 'Inês Almeida', phone_number: '+351912000001' } } = isRecord(value) ? value : {};
	const [first] = meta.all('LeadgenForm');
	const form = id === undefined ? first : meta.find('LeadgenForm', String(id));
	if (!form || !isRecord(fields)) return 'meta setting "lead" needs {"form"?: "<form id>", "ad"?: "<ad id>", "fields"?: {"email": "…"}}.';
	const given = Object.entries(fields).map(([name, one]) => ({ name, values: (Array.isArray(one) ? one : [one]).map(String) }));
	addLead(meta, form, { fields: given, adId: ad === undefined ? undefined : String(ad) });
	return undefined;
}
