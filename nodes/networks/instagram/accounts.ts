import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';

/** A Facebook page, through which its Instagram account is reached. */
export interface Page {
	id: string;
	name: string;
	instagram_business_account?: { id: string; username: string };
}

const accountFields = 'id,username,name,profile_picture_url';

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/get-started */
export const pagesRequest = { url: '/me/accounts', qs: { fields: `id,name,instagram_business_account{${accountFields}}`, limit: 100 } };

/** The accounts of the pages that the connected person ticked; pages without one are left out. */
export async function* reachableAccounts(api: Api): AsyncGenerator<IDataObject> {
	for await (const { id, name, instagram_business_account: account } of api.pages<Page>(pagesRequest)) {
		if (account) yield { ...account, page: { id, name } };
	}
}

interface PublishingLimit {
	quota_usage: number;
	config: { quota_total: number; quota_duration: number };
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit */
export async function publishingLimit(api: Api, account: string): Promise<IDataObject> {
	const { data } = await api.send<{ data: PublishingLimit[] }>({ url: `/${account}/content_publishing_limit`, qs: { fields: 'config,quota_usage' } });
	const [{ quota_usage: used, config } = { quota_usage: 0, config: undefined }] = data;
	return { id: account, quota_usage: used, ...config, quota_left: config && Math.max(0, config.quota_total - used) };
}
