import type { Router } from 'express';
import { figure } from '../meta/insights';
import type { Caller } from './api';
import { invalid, PinterestError, route } from './errors';
import type { Environment, Pin } from './model';
import { pinFor } from './pins';
import { count, oneOf, queryOf } from './query';
import type { Pinterest } from './state';

const DAY = 86_400_000;
/** Days that Pinterest is still counting. */
const COUNTING = 2;

const account = ['ENGAGEMENT', 'ENGAGEMENT_RATE', 'IMPRESSION', 'OUTBOUND_CLICK', 'OUTBOUND_CLICK_RATE', 'PIN_CLICK', 'PIN_CLICK_RATE', 'SAVE', 'SAVE_RATE'];
const video = ['VIDEO_MRC_VIEW', 'VIDEO_10S_VIEW', 'QUARTILE_95_PERCENT_VIEW', 'VIDEO_V50_WATCH_TIME', 'VIDEO_START', 'VIDEO_AVG_WATCH_TIME'];
const standard = ['IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE', 'SAVE_RATE', 'TOTAL_COMMENTS', 'TOTAL_REACTIONS', 'USER_FOLLOW', 'PROFILE_VISIT'];
const topVideo = ['IMPRESSION', 'SAVE', 'OUTBOUND_CLICK', ...video];
const topBy = ['ENGAGEMENT', 'IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE'];
/** Of a Pin's whole life, not of a day. */
const ofLife = ['TOTAL_COMMENTS', 'TOTAL_REACTIONS'];

const apps = ['ALL', 'MOBILE', 'TABLET', 'WEB'];
const filters: Record<string, readonly string[]> = {
	app_types: apps,
	content_type: ['ALL', 'PAID', 'ORGANIC'],
	from_claimed_content: ['OTHER', 'CLAIMED', 'BOTH'],
	pin_format: ['ALL', 'ORGANIC_IMAGE', 'ORGANIC_PRODUCT', 'ORGANIC_VIDEO', 'ADS_STANDARD', 'ADS_PRODUCT', 'ADS_VIDEO', 'ADS_IDEA'],
	source: ['ALL', 'YOUR_PINS', 'OTHER_PINS'],
};
const groups: Record<string, readonly string[]> = {
	NO_SPLIT: ['all'],
	APP_TYPE: ['mobile', 'tablet', 'web'],
	OWNED_CONTENT: ['claimed', 'other'],
	SOURCE: ['your_pins', 'other_pins'],
	PIN_FORMAT: ['organic_image', 'organic_video'],
};

type Query = Partial<Record<string, string>>;

/** Nothing earlier than 90 days ago. */
function daysIn(query: Query, now: number): string[] {
	const [start, end] = ['start_date', 'end_date'].map((name) => {
		const value = query[name];
		if (!/^\d{4}-\d\d-\d\d$/.test(value ?? '')) throw invalid(`'${name}' is a required parameter of the form YYYY-MM-DD`);
		return Date.parse(value ?? '');
	}) as [number, number];
	const today = Date.parse(new Date(now).toISOString().slice(0, 10));
	if (start < today - 90 * DAY) throw invalid('start_date cannot be more than 90 days back from today');
	if (end < start || end > start + 90 * DAY) throw invalid('end_date must be on or after start_date, and no more than 90 days past it');
	return Array.from({ length: (end - start) / DAY + 1 }, (_, n) => new Date(start + n * DAY).toISOString().slice(0, 10));
}

function metricsIn(query: Query, known: readonly string[], usual?: readonly string[]): readonly string[] {
	const asked = query.metric_types?.split(',') ?? usual;
	if (!asked) throw invalid("'metric_types' is a required parameter");
	const unknown = asked.find((metric) => !known.includes(metric));
	if (unknown !== undefined) throw new PinterestError(400, 400, `Invalid pins analytics parameters: ${unknown}.`);
	return asked;
}

function statusOf(day: string, createdAt: number, now: number): string {
	if (Date.parse(day) > now - COUNTING * DAY) return 'PROCESSING';
	return Date.parse(day) + DAY <= createdAt ? 'BEFORE_PIN_CREATED' : 'READY';
}

const isRate = (metric: string) => metric.endsWith('_RATE');
const numberOf = (about: string, metric: string) => (isRate(metric) ? figure(`${about} ${metric}`, 1000) / 1000 : figure(`${about} ${metric}`));

/** Numbers are the same each time they are asked for. Days under way have some already, which are not to be trusted. */
function counted(about: string, { days, metrics, createdAt, now, life }: { days: readonly string[]; metrics: readonly string[]; createdAt: number; now: number; life: boolean }) {
	const daily = metrics.filter((metric) => !ofLife.includes(metric));
	const rows = days.map((date) => {
		const status = statusOf(date, createdAt, now);
		return { date, data_status: status, metrics: status === 'BEFORE_PIN_CREATED' ? {} : Object.fromEntries(daily.map((metric) => [metric, numberOf(`${about} ${date}`, metric)])) };
	});
	const sum = (metric: string) => rows.reduce((all, { metrics: one }) => all + (one[metric] ?? 0), 0);
	const summary = Object.fromEntries(daily.map((metric) => [metric, isRate(metric) ? sum(metric) / rows.length : sum(metric)]));
	const lifetime = Object.fromEntries(metrics.filter((metric) => ofLife.includes(metric)).map((metric) => [metric, figure(`${about} ${metric}`, 20)]));
	return { daily_metrics: rows, summary_metrics: summary, ...(life && { lifetime_metrics: lifetime }) };
}

/** https://developers.pinterest.com/docs/api/v5/pins-analytics and its siblings. The API Sandbox has none of them. */
export function addAnalyticsRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	if (environment === 'sandbox') return;
	const span = ['start_date', 'end_date', 'metric_types', 'ad_account_id'];
	const checkFilters = (query: Query) => Object.entries(filters).forEach(([name, words]) => oneOf(query, name, words));
	const groupsIn = (query: Query, known: readonly string[]) => groups[oneOf(query, 'split_field', known) ?? 'NO_SPLIT'] ?? [];
	const ofPin = (pin: Pin, query: Query, now = pinterest.now) => {
		const asked = { days: daysIn(query, now), metrics: metricsIn(query, [...standard, ...video]), createdAt: pin.createdAt, now, life: true };
		return Object.fromEntries(groupsIn(query, ['NO_SPLIT', 'APP_TYPE']).map((group) => [group, counted(`${pin.id} ${group}`, asked)]));
	};
	router.get(
		'/v5/pins/analytics',
		route((req) => {
			const owner = caller(req, 'boards:read', 'pins:read');
			const query = queryOf(req, ...span, 'pin_ids…', 'app_types');
			if (!pinterest.settings.beta) throw new PinterestError(403, 29, 'You are not permitted to access that resource.');
			checkFilters(query);
			const ids = [req.query.pin_ids ?? []].flat().map(String);
			if (ids.length < 1 || ids.length > 100) throw new PinterestError(400, 1, 'Invalid multi_pins analytics parameters.');
			return Object.fromEntries(ids.map((id) => [id, ofPin(pinFor(pinterest, owner, environment, id), query)]));
		}),
	);
	router.get(
		'/v5/pins/:pin/analytics',
		route<{ pin: string }>((req) => {
			const owner = caller(req, 'boards:read', 'pins:read');
			const query = queryOf(req, ...span, 'app_types', 'split_field');
			checkFilters(query);
			const pin = pinterest.pinsOf(owner.id, environment).find(({ id }) => id === req.params.pin);
			if (!pin) throw new PinterestError(404, 404, 'Pin not found.');
			return ofPin(pin, query);
		}),
	);
	router.get(
		'/v5/user_account/analytics',
		route((req) => {
			const owner = caller(req, 'user_accounts:read');
			const query = queryOf(req, ...span, ...Object.keys(filters), 'split_field');
			checkFilters(query);
			const asked = { days: daysIn(query, pinterest.now), metrics: metricsIn(query, account, account), createdAt: 0, now: pinterest.now, life: false };
			return Object.fromEntries(groupsIn(query, Object.keys(groups)).map((group) => [group, counted(`${owner.id} ${group}`, asked)]));
		}),
	);
	const top = (list: string, by: readonly string[], known: readonly string[], isIt: (pin: Pin) => boolean) =>
		router.get(
			`/v5/user_account/analytics/${list}`,
			route((req) => {
				const owner = caller(req, 'pins:read', 'user_accounts:read');
				const query = queryOf(req, ...span, ...Object.keys(filters), 'created_in_last_n_days', 'num_of_pins', 'sort_by');
				checkFilters(query);
				oneOf(query, 'created_in_last_n_days', ['30']);
				daysIn(query, pinterest.now);
				const sortBy = oneOf(query, 'sort_by', by);
				if (!sortBy) throw invalid("'sort_by' is a required parameter");
				const metrics = metricsIn(query, known, known);
				const statusIn = (pin: Pin) => (pin.createdAt > pinterest.now - COUNTING * DAY ? 'PROCESSING' : 'READY');
				const pins = pinterest.pinsOf(owner.id, environment).filter(isIt);
				const sorted = pins.toSorted((one, other) => numberOf(other.id, sortBy) - numberOf(one.id, sortBy));
				return {
					date_availability: { latest_available_timestamp: pinterest.now - COUNTING * DAY, is_realtime: false },
					pins: sorted.slice(0, count(query, 'num_of_pins', 10, 50)).map((pin) => ({
						pin_id: pin.id,
						metrics: Object.fromEntries(metrics.map((metric) => [metric, numberOf(pin.id, metric)])),
						data_status: Object.fromEntries(metrics.map((metric) => [metric, statusIn(pin)])),
					})),
					sort_by: sortBy,
				};
			}),
		);
	top('top_pins', topBy, account, () => true);
	top('top_video_pins', topVideo, topVideo, ({ video: shown }) => shown !== undefined);
}
