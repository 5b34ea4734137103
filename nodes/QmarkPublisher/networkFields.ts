import type { INodeProperties } from 'n8n-workflow';
import { shownFor } from './shownFor';

/** What the panel has for one network. */
interface Panel {
	/** As contents name it. */
	network: string;
	name: string;
	/** Display name of the account's field. */
	account: string;
	description: string;
	/** The node's list search. */
	search: string;
	/** Other ways to name the account. */
	ways: { displayName: string; name: string; placeholder: string }[];
}

const id = (placeholder: string) => ({ displayName: 'By ID', name: 'id', placeholder });

/** A network gets its place in the panel here, sorted by name, and its credential and list search in the node. */
const panels: readonly Panel[] = [
	{ network: 'facebook', name: 'Facebook', account: 'Facebook Page', description: 'The page for contents that name none', search: 'searchPages', ways: [id('e.g. 100200300400501')] },
	{ network: 'instagram', name: 'Instagram', account: 'Instagram Account', description: 'The professional account for contents that name none', search: 'searchAccounts', ways: [id('e.g. 17841400000000001')] },
	{ network: 'linkedin', name: 'LinkedIn', account: 'LinkedIn Author', description: 'The member or page for contents that name none', search: 'searchAuthors', ways: [{ displayName: 'By URN', name: 'urn', placeholder: 'e.g. urn:li:organization:5500001' }] },
	{ network: 'pinterest', name: 'Pinterest', account: 'Pinterest Board', description: 'The board for contents that name none', search: 'searchBoards', ways: [id('e.g. 549000000000000101')] },
	{
		...{ network: 'telegram', name: 'Telegram', account: 'Telegram Chat', description: 'The channel, group or person for contents that name none', search: 'searchChats' },
		ways: [{ displayName: 'By Username', name: 'username', placeholder: 'e.g. @my_channel' }, id('e.g. -1001234567890')],
	},
	{ network: 'threads', name: 'Threads', account: 'Threads Profile', description: 'The profile for contents that name none: the one that is connected', search: 'searchProfiles', ways: [id('e.g. 26500000000000001')] },
	{ network: 'tiktok', name: 'TikTok', account: 'TikTok Account', description: 'The account for contents that name none: the one that is connected', search: 'searchTikTokAccounts', ways: [id('e.g. _000AbCdEfGh')] },
	{ network: 'youtube', name: 'YouTube', account: 'YouTube Channel', description: 'The channel for contents that name none: that of the connected account', search: 'searchChannels', ways: [id('e.g. UC0123456789abcdefghijkl')] },
];

/** Networks that the node is connected with; each shows its credential and its account. */
export const networkChoice: INodeProperties = {
	displayName: 'Networks',
	name: 'networks',
	type: 'multiOptions',
	noDataExpression: true,
	options: panels.map(({ name, network: value }) => ({ name, value })),
	// Nodes that were saved with this choice must not want another credential.
	default: ['facebook', 'instagram', 'telegram'],
	description: 'The networks this node is connected with. A content goes to those that it names itself, or to all of these where it names none.',
};

/** Accounts for contents that name none. */
export const accounts: INodeProperties[] = panels.map(({ network, account, description, search, ways }) => ({
	displayName: account,
	name: `${network}Account`,
	type: 'resourceLocator' as const,
	default: { mode: 'list', value: '' },
	displayOptions: { show: { networks: [network], ...shownFor('content', 'check', 'publish') } },
	description,
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list' as const, typeOptions: { searchListMethod: search, searchable: true } },
		...ways.map((way) => ({ ...way, type: 'string' as const })),
	],
}));

/** Where Telegram's messages can be read back. */
export const controlChat: INodeProperties = { displayName: 'Telegram Control Chat', name: 'controlChat', type: 'string', default: '', placeholder: 'e.g. 123456789', description: 'A chat of yours with the bot. When Telegram’s answer gets lost, the bot forwards the channel’s last messages there to see what is out, and deletes them again. Empty: a person is asked.' };

/** `Choices` as options. https://developers.tiktok.com/doc/content-sharing-guidelines: a person chooses who sees a TikTok post, without a default. */
export const choices: INodeProperties[] = [
	{
		displayName: 'TikTok Audience',
		name: 'tikTokAudience',
		type: 'options',
		options: [
			{ name: 'Choose …', value: '' },
			{ name: 'Draft', value: 'draft', description: 'In the inbox of the TikTok app, where a person finishes it' },
			{ name: 'Everyone', value: 'PUBLIC_TO_EVERYONE' },
			{ name: 'Followers', value: 'FOLLOWER_OF_CREATOR', description: 'Of a private account' },
			{ name: 'Friends', value: 'MUTUAL_FOLLOW_FRIENDS', description: 'Followers whom the account follows back' },
			{ name: 'Only Me', value: 'SELF_ONLY' },
		],
		default: '',
		description: 'Who sees the post. TikTok wants a person to choose, so there is no default, and offers each account some of these only.',
	},
	{
		displayName: 'TikTok Post Allows',
		name: 'tikTokAllows',
		type: 'multiOptions',
		options: [
			{ name: 'Comments', value: 'comment' },
			{ name: 'Duets', value: 'duet' },
			{ name: 'Stitches', value: 'stitch' },
		],
		default: [],
		description: 'What others may do with the post, as far as the account allows it at all. Without this option it is as the account has set it.',
	},
	{
		displayName: 'TikTok Post Promotes',
		name: 'tikTokPromotes',
		type: 'multiOptions',
		options: [
			{ name: 'Another Brand', value: 'branded', description: 'A paid partnership' },
			{ name: 'Your Own Brand', value: 'own' },
		],
		default: [],
		description: 'What has to be disclosed: TikTok labels the post as promotional content or as a paid partnership',
	},
	{
		displayName: 'YouTube Audience',
		name: 'youTubeAudience',
		type: 'options',
		options: [
			{ name: 'Private', value: 'private' },
			{ name: 'Public', value: 'public' },
			{ name: 'Unlisted', value: 'unlisted', description: 'Whoever has the link' },
		],
		default: 'public',
	},
	{ displayName: 'YouTube Video Made for Kids', name: 'youTubeMadeForKids', type: 'boolean', default: false, description: 'Whether the video is directed at children, as YouTube asks for each' },
];
