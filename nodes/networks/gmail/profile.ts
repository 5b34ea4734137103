import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../../core/api';
import { at } from './paths';

/** The mailbox, and the addresses that it sends as where they are wanted. */
export async function profileOf(api: Api, withSenders: boolean): Promise<object> {
	const profile = await api.send<gmail_v1.Schema$Profile>({ url: at('profile') });
	if (!withSenders) return profile;
	const { sendAs = [] } = await api.send<gmail_v1.Schema$ListSendAsResponse>({ url: at('settings', 'sendAs') });
	return { ...profile, sendAs };
}
