import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { Api } from '../../core/api';
import { asNodeError } from '../../core/errors';
import { openSession, platformFor } from '../../core/session';
import { metaConversionsPlatforms } from '../../platforms/metaConversions';

interface Dataset {
	id: string;
	name?: string;
}

interface Account extends Dataset {
	account_id: string;
}

/** The datasets of all ad accounts, each once: several accounts may share one. */
export async function* datasets(api: Api): AsyncGenerator<Dataset & { ad_account: Dataset }> {
	const seen = new Set<string>();
	for await (const { account_id, name } of api.pages<Account>({ url: '/me/adaccounts', qs: { fields: 'account_id,name', limit: 100 } })) {
		for await (const dataset of api.pages<Dataset>({ url: `/act_${account_id}/adspixels`, qs: { fields: 'id,name,last_fired_time,is_unavailable', limit: 100 } })) {
			if (!seen.has(dataset.id)) yield { ...dataset, ad_account: { id: account_id, name } };
			seen.add(dataset.id);
		}
	}
}

/** A resource locator's “From List”. */
export async function searchDatasets(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	try {
		const api = new Api(await openSession(this, platformFor(this, metaConversionsPlatforms)), 'read');
		const results = [];
		for await (const { id, name = id } of datasets(api)) if (name.toLowerCase().includes(filter.toLowerCase())) results.push({ name, value: id });
		return { results };
	} catch (error) {
		throw asNodeError(this.getNode(), error);
	}
}
