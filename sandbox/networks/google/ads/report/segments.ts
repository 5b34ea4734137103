import { monthName, startOfMonth, startOfQuarter, startOfWeek, weekday } from '../dates';
import type { AdsStore } from '../store';
import type { Auction } from './delivery';
import { keywordOf } from './keywords';

/** Values of an auction's segments, as JSON has them; undefined where it has none. */
export const segments: Readonly<Record<string, (auction: Auction, store: AdsStore) => unknown>> = {
	date: ({ day }) => day,
	week: ({ day }) => startOfWeek(day),
	month: ({ day }) => startOfMonth(day),
	quarter: ({ day }) => startOfQuarter(day),
	year: ({ day }) => Number(day.slice(0, 4)),
	day_of_week: ({ day }) => weekday(day),
	month_of_year: ({ day }) => monthName(day),
	hour: ({ hour }) => hour,
	device: ({ device }) => device,
	ad_network_type: ({ network }) => network,
	search_term_match_type: ({ match }) => match,
	conversion_action: ({ action }) => action || undefined,
	conversion_action_name: ({ action }, store) => store.get(action)?.name,
	conversion_action_category: ({ action }, store) => store.get(action)?.category,
	'keyword.ad_group_criterion': ({ criterion }) => criterion,
	'keyword.info.text': ({ criterion }, store) => keywordOf(store.get(criterion) ?? { resourceName: '' }).text,
	'keyword.info.match_type': ({ criterion }, store) => keywordOf(store.get(criterion) ?? { resourceName: '' }).matchType,
};

export const ofConversions = (name: string): boolean => name.startsWith('conversion_action');
