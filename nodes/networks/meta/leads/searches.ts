import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { Api } from '../../../core/api';
import { asNodeError, refused } from '../../../core/errors';
import { openSession, platformFor } from '../../../core/session';
import { metaAds, metaAdsPlatforms } from '../../../platforms/metaAds';

/** The lead forms of the chosen page, as that page. */
export async function searchForms(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	try {
		const page = this.getCurrentNodeParameter(metaAds.actor.field, { extractValue: true });
		if (typeof page !== 'string' || page === '') throw refused('Page', 'is empty.', 'Choose the page first.');
		const api = new Api(await openSession(this, platformFor(this, metaAdsPlatforms)), 'read', { [metaAds.actor.field]: page });
		const results = [];
		for await (const { id, name } of api.pages<{ id: string; name: string }>({ url: `/${page}/leadgen_forms`, qs: { fields: 'id,name', limit: 100 } })) {
			if (name.toLowerCase().includes(filter.toLowerCase())) results.push({ name, value: id });
		}
		return { results };
	} catch (error) {
		throw asNodeError(this.getNode(), error);
	}
}
