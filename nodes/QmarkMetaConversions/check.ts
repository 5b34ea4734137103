import type { IDataObject } from 'n8n-workflow';
import { refused } from '../core/errors';
import { metaConversions } from '../platforms/metaConversions';
import type { ServerEvent } from './event';

const { deviceFacts, messagingEvents, messagingKeys, standardEvents, weakKeys } = metaConversions;

/** People know the person’s fields by these names. */
const words: Readonly<Record<string, string>> = {
	ctwa_clid: 'Click-to-WhatsApp Click ID',
	ig_account_id: 'Instagram Account ID',
	ig_sid: 'Instagram-Scoped ID',
	page_id: 'Page ID',
	page_scoped_user_id: 'Page-Scoped User ID',
	whatsapp_business_account_id: 'WhatsApp Business Account ID',
};

const has = (list: readonly string[], name: string) => list.includes(name);

function checkPerson(user: IDataObject): void {
	const keys = Object.keys(user);
	const example = 'Add what tells people apart, such as “Email”, “Phone” or “External ID”.';
	if (keys.length === 0) throw refused('Person', 'is empty, and Meta takes no event of nobody.', example);
	if (weakKeys.some((weak) => keys.every((key) => has(weak, key)))) throw refused('Person', `${keys.join(', ')} alone are too common for Meta to recognise anybody by.`, example);
}

function checkConversation({ event_name: name, messaging_channel: channel, user_data: user }: ServerEvent): void {
	if (!has(messagingEvents, name)) throw refused('Event Name', `“${name}” is not an event of conversations.`, `Choose one of ${messagingEvents.join(', ')}.`);
	const needed = channel === 'messenger' || channel === 'instagram' ? messagingKeys[channel] : messagingKeys.whatsapp;
	const missing = needed.find((choices) => choices.every((key) => user[key] === undefined));
	if (missing) throw refused('Person', `a conversation needs ${missing.map((key) => `“${words[key]}”`).join(' or ')}.`, 'Add the field; the message that began the conversation had it.');
}

function checkApp(app: unknown): void {
	const { extinfo, advertiser_tracking_enabled: tracking }: IDataObject = { ...(typeof app === 'object' ? app : {}) };
	const label = 'App Data (JSON)';
	if (!Array.isArray(extinfo) || extinfo.length !== deviceFacts) throw refused(label, `“extinfo” has to be a list of ${deviceFacts} entries.`, 'Give what Meta’s reference lists; entries that are not known are empty texts.');
	if (tracking === undefined) throw refused(label, '“advertiser_tracking_enabled” is missing.', 'Give 1 where the person allowed tracking on the phone, else 0.');
}

/** What Meta would refuse, and all other events of the call with it. */
export function checkEvent(event: ServerEvent): void {
	const { action_source: source, event_name: name, user_data: user } = event;
	checkPerson(user);
	if (source === 'business_messaging') return checkConversation(event);
	if (has(messagingEvents, name) && !has(standardEvents, name)) throw refused('Event Name', `“${name}” is an event of conversations only.`, 'Choose “Business Messaging” as “Action Source”, or another event.');
	if (source === 'website' && user.client_user_agent === undefined) throw refused('Person', 'an event on a website needs “Client User Agent”.', 'Add it from the request that your website received, or choose another “Action Source”.');
	if (source === 'app') checkApp(event.app_data);
}
