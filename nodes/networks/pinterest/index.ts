import type { Api } from '../../core/api';
import { pinterest } from '../../platforms/pinterest';
import { standingOf } from '../standing';
import type { Demand, Done, Network, Post, Results, Standing } from '../network';
import { daysAgo, pinGroups, readyTotal } from './analytics';
import type { Board } from './boards';
import { differentSize } from './media';
import { withoutPin } from './pins';
import { idIn, reads } from './requests';
import { pinStep } from './steps';

const { limits } = pinterest;

/** What no other network asks for: the Pin's own link may not be longer, and images of one Pin must be of the same size. */
function demands({ link = '', media }: Post): Demand[] {
	const different = media.length > 1 ? differentSize(media) : undefined;
	const long = link.length > limits.link;
	return [
		...(long ? [{ field: 'link', message: `It has ${link.length} characters; allowed are ${limits.link}.`, fix: 'Give a shorter link.', source: pinterest.posts.text.source }] : []),
		...(different ? [{ field: 'media', message: `On Pinterest, ${different.message}`, fix: different.fix, source: pinterest.posts.media.source }] : []),
	];
}

/** A board of somebody else's takes Pins of its collaborators. */
async function standing(api: Api, account: string): Promise<Standing> {
	const board = await api.send<Board>(reads(`/boards/${idIn('Board', account)}`));
	const { name, owner, collaborator_count: collaborators = 0 } = board;
	if (board.is_ads_only) return { name, problem: { rule: 'account', message: `The board “${name}” is for ads alone.`, fix: 'Choose another board.' } };
	const { username } = await api.send<{ username?: string }>(reads('/user_account'));
	if (!owner?.username || owner.username === username || collaborators > 0) return { name };
	return { name, problem: { rule: 'permission', message: `The board “${name}” belongs to ${owner.username}, who has invited nobody.`, fix: 'Choose a board of the connected account, or have it invited.' } };
}

const counted = ['IMPRESSION', 'SAVE', 'OUTBOUND_CLICK', 'TOTAL_COMMENTS', 'TOTAL_REACTIONS'];

/** The ready days of those that Pinterest keeps; comments and reactions are those of the Pin's whole life. https://developers.pinterest.com/docs/api/v5/pins-analytics */
async function results(api: Api, { id }: Done): Promise<Results> {
	const { all = {} } = await pinGroups(api, id, { start_date: daysAgo(limits.analyticsDays), end_date: daysAgo(0) }, counted);
	const { TOTAL_COMMENTS: comments, TOTAL_REACTIONS: likes } = all.lifetime_metrics ?? {};
	return { views: readyTotal(all, 'IMPRESSION'), saves: readyTotal(all, 'SAVE'), clicks: readyTotal(all, 'OUTBOUND_CLICK'), comments, likes };
}

/** An account is a board: its number. https://developers.pinterest.com/docs/api/v5/pins-create */
export const pinterestNetwork: Network = {
	name: 'pinterest',
	platform: pinterest,
	facts: pinterest.posts,
	normal: (account) => account.trim(),
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	actAs: () => ({}),
	demands,
	standing: async (api, account) => await standingOf(standing(api, account)),
	steps: (post) => [pinStep(post)],
	remove: async (api, _, done) => {
		for (const { id } of done) await withoutPin(api, id);
	},
	results,
};
