import type { INodeProperties } from 'n8n-workflow';
import { instagram } from '../platforms/instagram';

const titled = (metric: string) =>
	metric
		.replace(/^ig_/, '')
		.replace('_avg_', '_average_')
		.replace(/(^|_)(\w)/g, (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase())
		.replace(' And ', ' and ');

/** Metrics as the options of a list, sorted: `reels_skip_rate` → `Reels Skip Rate`. */
export const metricMenu = (metrics: readonly string[]) =>
	[...new Set(metrics)].map((value) => ({ name: titled(value), value })).sort((a, b) => a.name.localeCompare(b.name));

export const mediaMetrics = {
	displayName: 'Metrics',
	name: 'metrics',
	type: 'multiOptions',
	options: metricMenu(Object.values(instagram.insights.media).flat()),
	default: [],
	description: 'Leave empty for all that Instagram counts for this kind of media. Crossposted and Facebook views come only when chosen.',
} as const satisfies INodeProperties;
