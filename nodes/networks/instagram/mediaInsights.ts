import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { instagram } from '../../platforms/instagram';
import { insights } from './insights';
import type { Wanted } from './insights';

const { media: known, mediaBreakdowns, onlyCrossposted } = instagram.insights;
const breakdowns: Readonly<Record<string, string>> = mediaBreakdowns;


const isCrossposted = (metric: string) => onlyCrossposted.some((one) => one === metric);

/** The numbers of one medium. Metrics that do not exist for its kind are reported without asking. */
export async function mediaInsights(api: Api, id: string, chosen: string[]): Promise<IDataObject> {
	const fields = 'media_type,media_product_type';
	const kind = await api.send<{ media_type: string; media_product_type: string }>({ url: `/${id}`, qs: { fields } });
	const { media_product_type: product } = kind;
	const offered: readonly string[] = product === 'REELS' || product === 'STORY' ? known[product] : known.FEED;
	const all = offered.filter((metric) => !isCrossposted(metric));
	const wanted = chosen.length > 0 ? chosen.filter((metric) => offered.includes(metric)) : all;
	const queries = wanted.map((metric): Wanted => ({ metric, query: { breakdown: breakdowns[metric] }, alone: isCrossposted(metric) }));
	const answer = await insights(api, `/${id}/insights`, queries, product === 'STORY');
	const missing = chosen.filter((metric) => !offered.includes(metric)).map((metric) => ({ metric, reason: `Instagram does not count it for ${product}.` }));
	return { id, ...kind, ...answer, unavailable: [...(Array.isArray(answer.unavailable) ? answer.unavailable : []), ...missing] };
}
