import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';

/** https://core.telegram.org/bots/api#createchatinvitelink */
export const invitation = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Approve Each Member',
			name: 'creates_join_request',
			type: 'boolean',
			default: false,
			description: 'Whether an administrator lets each person in; excludes a member limit',
		},
		{
			displayName: 'Expires At',
			name: 'expire_date',
			type: 'dateTime',
			default: '',
			description: 'When the link stops working; without a time zone, the n8n server’s own applies',
		},
		{
			displayName: 'Member Limit',
			name: 'member_limit',
			type: 'number',
			default: 1,
			typeOptions: { minValue: 1, maxValue: 99999 },
			description: 'How many people can be members through this link at the same time',
		},
	],
} as const satisfies INodeProperties;

/** The options as Telegram's parameters: times are seconds since 1970. */
export function invitationOf({ expire_date: expires = '', ...plain }: InputOf<[typeof invitation]>['options']): IDataObject {
	if (plain.creates_join_request && plain.member_limit !== undefined) {
		throw refused('Options', 'a link with approval has no member limit.', 'Remove “Member Limit” or “Approve Each Member”.');
	}
	const at = Date.parse(String(expires));
	if (expires !== '' && Number.isNaN(at)) throw refused('Expires At', `“${expires}” is not a date.`, 'Give it as 2026-12-31T18:00:00Z.');
	return { ...plain, ...(expires !== '' && { expire_date: Math.floor(at / 1000) }) };
}
