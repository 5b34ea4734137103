const titled = (metric: string) =>
	metric
		.replace(/^ig_/, '')
		.replace('_avg_', '_average_')
		.replace(/(^|_)(\w)/g, (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase())
		.replace(' And ', ' and ');

/** Metrics as the options of a list, sorted: `reels_skip_rate` → `Reels Skip Rate`. */
export const metricMenu = (metrics: readonly string[]) =>
	[...new Set(metrics)].map((value) => ({ name: titled(value), value })).sort((a, b) => a.name.localeCompare(b.name));
