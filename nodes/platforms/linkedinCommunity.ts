import type { INodePropertyOptions } from 'n8n-workflow';

const organizations = 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations';

/** What LinkedIn shows as Like, Celebrate, Support, Love, Insightful, Funny. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api */
export const reactionTypes = [
	{ name: 'Celebrate', value: 'PRAISE' },
	{ name: 'Funny', value: 'ENTERTAINMENT' },
	{ name: 'Insightful', value: 'INTEREST' },
	{ name: 'Like', value: 'LIKE' },
	{ name: 'Love', value: 'EMPATHY' },
	{ name: 'Support', value: 'APPRECIATION' },
] satisfies INodePropertyOptions[];

export const statistics = {
	/** Numbers of posts and followers by time go back so far. */
	months: { most: 12, source: `${organizations}/share-statistics` },
	/** URNs of posts in one call: an address of more than 4,000 characters would have to be sent in a body. */
	postsAtOnce: 50,
} as const;
