import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';

interface Quota {
	quota_total: number;
	quota_duration: number;
}

interface Limits {
	quota_usage?: number;
	config?: Quota;
	reply_quota_usage?: number;
	reply_config?: Quota;
	delete_quota_usage?: number;
	delete_config?: Quota;
}

const fields = 'quota_usage,config,reply_quota_usage,reply_config,delete_quota_usage,delete_config';

const left = (used = 0, config?: Quota) => config && { used, total: config.quota_total, left: Math.max(0, config.quota_total - used), seconds: config.quota_duration };

/** What the account has used of the rolling 24 hours. https://developers.facebook.com/docs/threads/overview#rate-limiting */
export async function publishingLimit(api: Api, account: string): Promise<IDataObject & { posts?: { left: number } }> {
	const { data } = await api.send<{ data: Limits[] }>({ url: `/${account}/threads_publishing_limit`, qs: { fields } });
	const [limits = {}] = data;
	return {
		posts: left(limits.quota_usage, limits.config),
		replies: left(limits.reply_quota_usage, limits.reply_config),
		deletes: left(limits.delete_quota_usage, limits.delete_config),
	};
}
