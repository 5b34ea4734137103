import type { Api } from '../../core/api';
import { statusOf } from './status';

/** Ends what TikTok is still fetching. Without an answer its status tells; sent again, what is cancelled would be refused as too late. https://developers.tiktok.com/doc/content-posting-api-reference-cancel-publish */
export async function cancel(api: Api, publishId: string): Promise<{ publish_id: string; cancelled: true }> {
	const reconcile = async () => {
		const { status, fail_reason: reason } = await statusOf(api, publishId);
		return status === 'FAILED' && reason === 'publish_cancelled' ? { result: {} } : undefined;
	};
	await api.send({ method: 'POST', url: '/post/publish/cancel/', body: { publish_id: publishId }, reconcile });
	return { publish_id: publishId, cancelled: true };
}
