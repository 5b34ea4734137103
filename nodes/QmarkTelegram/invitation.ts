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

/** A point in time as Telegram counts it, in seconds since 1970. */
export function unixOf(field: string, given: unknown): number {
	const at = Date.parse(String(given));
	if (Number.isNaN(at)) throw refused(field, `“${String(given)}” is not a date.`, 'Give it as 2026-12-31T18:00:00Z.');
	return Math.floor(at / 1000);
}

/** A link that was made before. */
export const inviteLink = {
	displayName: 'Invite Link',
	name: 'inviteLink',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://t.me/+AbCdEfGh',
	description: 'The link as the operation that created it answered',
} as const satisfies INodeProperties;

export const linkName = {
	displayName: 'Link Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. summer-newsletter',
	description: 'What only administrators and the bot see, up to 32 characters',
} as const satisfies INodeProperties;

/** The options as Telegram's parameters. */
export function invitationOf({ expire_date: expires, ...plain }: InputOf<[typeof invitation]>['options']): IDataObject {
	if (plain.creates_join_request && plain.member_limit !== undefined) {
		throw refused('Options', 'a link with approval has no member limit.', 'Remove “Member Limit” or “Approve Each Member”.');
	}
	return { ...plain, ...(expires && { expire_date: unixOf('Expires At', expires) }) };
}
