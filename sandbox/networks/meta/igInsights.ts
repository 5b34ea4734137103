import type { Call, Handler } from './call';
import { GraphError, invalid } from './errors';
import { daysBetween, figure, readSpan } from './insights';
import { breakdownValues, igMediaBreakdowns, igMediaMetrics, igUserMetrics } from './metrics';
import type { IgMedia, IgUser } from './model';

const titleOf = (metric: string): string => metric.replace(/_/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
/** A story with fewer shows no numbers. */
const fewestViewers = 5;
const everyMediaMetric = [...new Set(Object.values(igMediaMetrics).flat())];

function readMetrics({ params }: Call, known: readonly string[]): string[] {
	const metrics = params.texts('metric') ?? [];
	if (metrics.length === 0) throw invalid('The parameter metric is required.');
	metrics.forEach((metric, index) => {
		if (!known.includes(metric)) throw invalid(`metric[${index}] must be one of the following values: ${known.join(', ')}`);
	});
	return metrics;
}

const parts = (key: string, name: string, values: readonly string[]): Record<string, unknown> => ({
	dimension_keys: [name],
	results: values.map((value) => ({ dimension_values: [value], value: figure(`${key} ${value}`, 90) })),
});

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights */
export const igMediaInsights: Handler<IgMedia> = (media, call, meta) => {
	if (media.albumId !== undefined) throw invalid('Insights are not available for the items of a carousel.', { subcode: 2108006 });
	if (media.product === 'STORY' && meta.settings.storyViewers < fewestViewers)
		throw new GraphError(10, '(#10) Not enough viewers for the media to show insights');
	const metrics = readMetrics(call, everyMediaMetric);
	const period = call.params.oneOf('period', ['lifetime']) ?? 'lifetime';
	const wanted = call.params.texts('breakdown')?.[0];
	return {
		data: metrics.map((name) => {
			const crossposted = name === 'crossposted_views' || name === 'facebook_views';
			if (!igMediaMetrics[media.product].includes(name) || crossposted) {
				const why = crossposted ? 'it was not shared to Facebook' : 'of its media product type';
				throw invalid(`The Media Insights API does not support the ${name} metric for this media: ${why}.`);
			}
			const breakdown = igMediaBreakdowns[name];
			if (wanted !== undefined && breakdown?.name !== wanted) throw new GraphError(1, 'An unknown error has occurred.');
			const value = figure(`${media.id} ${name}`);
			const row = {
				name,
				period,
				title: titleOf(name),
				description: `Made-up figures of the sandbox for ${name}.`,
				id: `${media.id}/insights/${name}/lifetime`,
			};
			if (wanted === undefined || !breakdown) return { ...row, values: [{ value }] };
			return { ...row, total_value: { value, breakdowns: [parts(`${media.id} ${name}`, wanted, breakdown.values)] } };
		}),
	};
};

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-user/insights */
export const igUserInsights: Handler<IgUser> = (account, call, meta) => {
	const { params } = call;
	const metrics = readMetrics(call, Object.keys(igUserMetrics));
	const period = params.oneOf('period', ['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range']);
	if (period === undefined) throw invalid('The parameter period is required.');
	const type = params.oneOf('metric_type', ['total_value', 'time_series', 'default']);
	const breakdown = params.texts('breakdown')?.[0];
	const { since, until } = readSpan(call, meta.now);
	return {
		data: metrics.map((name) => {
			const rule = igUserMetrics[name] ?? { types: [], periods: [], breakdowns: [] };
			if (!rule.periods.includes(period))
				throw invalid(`The metric ${name} cannot be read for the period ${period}; its periods are ${rule.periods.join(', ')}.`);
			const chosen = type === undefined || type === 'default' ? 'time_series' : type;
			if (!rule.types.some((one) => one === chosen)) {
				throw invalid(`The following metrics (${name}) should be specified with parameter metric_type=${rule.types[0] ?? 'total_value'}`);
			}
			if (breakdown !== undefined && !rule.breakdowns.includes(breakdown)) throw new GraphError(1, 'An unknown error has occurred.');
			if (name.endsWith('_demographics')) checkDemographics(call, breakdown);
			const key = `${account.id} ${name}`;
			const row = {
				name,
				period,
				title: titleOf(name),
				description: `Made-up figures of the sandbox for ${name}.`,
				id: `${account.id}/insights/${name}/${period}`,
			};
			if (chosen === 'time_series')
				return { ...row, values: daysBetween(since, until).map((end) => ({ value: figure(`${key} ${end}`), end_time: end })) };
			const split = breakdown === undefined ? {} : { breakdowns: [parts(key, breakdown, breakdownValues[breakdown] ?? [])] };
			return { ...row, total_value: { value: figure(key), ...split } };
		}),
	};
};

function checkDemographics({ params }: Call, breakdown: string | undefined): void {
	if (breakdown === undefined) throw invalid('The parameter breakdown is required for demographics: age, city, country or gender.');
	const timeframe = params.text('timeframe');
	if (timeframe !== 'this_week' && timeframe !== 'this_month')
		throw invalid('Param timeframe must be one of {THIS_WEEK, THIS_MONTH} for demographics.');
}
