import type { INodeProperties } from 'n8n-workflow';

/** https://developers.google.com/youtube/analytics/metrics, as far as channels without a contract have them. */
const metrics = {
	displayName: 'Metrics',
	name: 'metrics',
	type: 'multiOptions',
	required: true,
	options: [
		{ name: 'Average View Duration', value: 'averageViewDuration', description: 'In seconds' },
		{ name: 'Average View Percentage', value: 'averageViewPercentage' },
		{ name: 'Comments', value: 'comments' },
		{ name: 'Dislikes', value: 'dislikes' },
		{ name: 'Engaged Views', value: 'engagedViews', description: 'Views beyond the first seconds' },
		{ name: 'Estimated Minutes Watched', value: 'estimatedMinutesWatched' },
		{ name: 'Likes', value: 'likes' },
		{ name: 'Shares', value: 'shares' },
		{ name: 'Subscribers Gained', value: 'subscribersGained' },
		{ name: 'Subscribers Lost', value: 'subscribersLost' },
		{ name: 'Videos Added to Playlists', value: 'videosAddedToPlaylists' },
		{ name: 'Videos Removed From Playlists', value: 'videosRemovedFromPlaylists' },
		{ name: 'Views', value: 'views' },
	],
	default: ['views', 'estimatedMinutesWatched', 'averageViewDuration', 'likes', 'comments', 'shares', 'subscribersGained'],
} as const satisfies INodeProperties;

const day = { name: 'Day', value: 'day' } as const;
const country = { name: 'Country', value: 'country' } as const;
const total = { name: 'Nothing', value: 'total', description: 'One row for the whole span' } as const;

/** n8n's linters look for the default among literal options. */
const menu = { type: 'options', default: 'day' } as const satisfies Partial<INodeProperties>;
const groupBy = { displayName: 'Group By', name: 'groupBy', ...menu } as const;

const days = [
	{ displayName: 'Start Date', name: 'startDate', type: 'dateTime', default: '', description: 'The first day, in California’s time zone; empty for four weeks before the end' },
	{ displayName: 'End Date', name: 'endDate', type: 'dateTime', default: '', description: 'The last day; empty for three days ago, as YouTube’s numbers take so long' },
] as const satisfies readonly INodeProperties[];

export const videoReport = [metrics, { ...groupBy, options: [country, day, total] }, ...days] as const satisfies readonly INodeProperties[];

export const channelReport = [
	metrics,
	{ ...groupBy, options: [country, day, total, { name: 'Video', value: 'video', description: 'Those with most of the first metric' }] },
	...days,
	{ displayName: 'Videos', name: 'most', type: 'number', typeOptions: { minValue: 1, maxValue: 200 }, default: 50, displayOptions: { show: { groupBy: ['video'] } }, description: 'How many videos' },
] as const satisfies readonly INodeProperties[];
