import type { Failure, Verdict } from '../core/errors';

/** https://developers.pinterest.com/docs/api/v5/campaigns-create: ads are made and changed in lists, and read in pages. */
export const pinterestAds = {
	verified: '2026-11 https://github.com/pinterest/api-description',
	/** Campaigns, ad groups or ads in one call that makes or changes them. */
	perCall: 30,
	pageSize: 250,
	/** IDs in one call that reads. */
	idsPerCall: 250,
	/** Characters of an ad's name; of the others Pinterest tells no limit. */
	name: 255,
	/** What is counted together, each with an allowance of its own. https://developers.pinterest.com/docs/reference/rate-limits/ */
	lanes: { read: 'ads_read', write: 'ads_write', analytics: 'ads_analytics', conversions: 'ads_conversions' },
	/** All money is in millionths of the account's currency. */
	places: 6,
	statuses: [
		{ name: 'Active', value: 'ACTIVE' },
		{ name: 'Archived', value: 'ARCHIVED' },
		{ name: 'Deleted Draft', value: 'DELETED_DRAFT' },
		{ name: 'Draft', value: 'DRAFT' },
		{ name: 'Paused', value: 'PAUSED' },
	],
	objectives: [
		{ name: 'Awareness', value: 'AWARENESS' },
		{ name: 'Catalog Sales', value: 'CATALOG_SALES' },
		{ name: 'Consideration', value: 'CONSIDERATION' },
		{ name: 'Conversions', value: 'WEB_CONVERSION' },
		{ name: 'Video Completion', value: 'VIDEO_COMPLETION' },
	],
	billableEvents: [
		{ name: 'Click', value: 'CLICKTHROUGH' },
		{ name: 'Impression', value: 'IMPRESSION' },
		{ name: 'Video Half Viewed', value: 'VIDEO_V_50_MRC' },
	],
	budgetTypes: [
		{ name: 'Campaign’s', value: 'CBO_ADGROUP', description: 'The campaign has the budget' },
		{ name: 'Daily', value: 'DAILY' },
		{ name: 'Lifetime', value: 'LIFETIME', description: 'Needs an end time' },
	],
	bidStrategies: [
		{ name: 'Automatic', value: 'AUTOMATIC_BID' },
		{ name: 'Maximum Bid', value: 'MAX_BID' },
		{ name: 'Target Average', value: 'TARGET_AVG' },
	],
	placements: [
		{ name: 'All', value: 'ALL' },
		{ name: 'Browse', value: 'BROWSE' },
		{ name: 'Other', value: 'OTHER' },
		{ name: 'Search', value: 'SEARCH' },
	],
	devices: [
		{ name: 'Android Phone', value: 'android_mobile' },
		{ name: 'Android Tablet', value: 'android_tablet' },
		{ name: 'iPad', value: 'ipad' },
		{ name: 'iPhone', value: 'iphone' },
		{ name: 'Web', value: 'web' },
		{ name: 'Web on a Phone', value: 'web_mobile' },
	],
	/** Ages that can be targeted. */
	ages: { least: 18, most: 65 },
	/** Of ads; those that Pinterest has given up are left out. */
	creativeTypes: [
		{ name: 'Carousel', value: 'CAROUSEL' },
		{ name: 'Collage', value: 'COLLAGE' },
		{ name: 'Collection', value: 'COLLECTION' },
		{ name: 'Idea', value: 'IDEA' },
		{ name: 'Max Width Video', value: 'MAX_VIDEO' },
		{ name: 'Regular', value: 'REGULAR' },
		{ name: 'Shopping', value: 'SHOPPING' },
		{ name: 'Video', value: 'VIDEO' },
	],
	callsToAction: [
		...['ADD_TO_CART', 'APPLY_NOW', 'BOOK_NOW', 'BUY_NOW', 'BUY_TICKETS', 'CONTACT_US', 'DONATE_NOW', 'DOWNLOAD', 'EXPLORE_MORE', 'FIND_A_DEALER'],
		...['FIND_A_LOCATION', 'GET_DEAL', 'GET_OFFER', 'GET_QUOTE', 'GET_RECIPE', 'GET_SHOWTIMES', 'LEARN_MORE', 'ON_SALE', 'ORDER_NOW', 'PLAY_GAME'],
		...['READ_MORE', 'REGISTER_NOW', 'REQUEST_DEMO', 'SHOP_NOW', 'SIGN_UP', 'SUBSCRIBE', 'TRY_IT', 'VISIT_SITE', 'WATCH_NOW'],
	],
	/** Tracking addresses of an event, and the characters of one. */
	tracking: { most: 3, characters: 2000 },
} as const;

const meanings: Readonly<Record<string, readonly [verdict: Verdict, hint: string]>> = {
	'2': ['reconnect', 'Open the credential and click Connect.'],
	'3': ['reconnect', 'Open the credential, tick “Ads” under “Use For”, and click Connect.'],
	'7': ['stop', 'It belongs to another account: check the ID and who is connected.'],
	'8': ['wait', 'Pinterest’s limit is used up for now: run the item again later.'],
	'29': ['stop', 'Ask the owner of the ad account for a role that may do this, or Pinterest for standard access.'],
	'403': ['stop', 'The connected account may not do this.'],
	'409': ['retry', 'Someone changed it at the same moment: run the item again.'],
	'429': ['wait', 'Pinterest’s limit is used up for now: run the item again later.'],
};

/** Why one entry of a list was refused while the call was answered with 200: `{code, message}`. */
export function entryFailure({ code, message }: { code?: unknown; message?: unknown }): Failure {
	const [verdict, hint] = meanings[String(code)] ?? ['fix-input', 'Correct what Pinterest names and run the item again.'];
	return { verdict, ...(code !== undefined && { code: String(code) }), message: `Pinterest refused: ${typeof message === 'string' && message !== '' ? message : 'no message'}`, hint };
}

const role = 'Ask the owner of the ad account for a role that may do this: Admin or Campaign Manager, and Analyst for reading.';

/** What the same code means where it is about an ad account. A refusal of trial access keeps its own hint. */
export const adsFailure = (failure: Failure): Failure => {
	const { verdict, message, hint, code, status, retryAfter } = failure;
	return { ...{ verdict, message, code, status, retryAfter }, hint: status === 403 && code === '29' && !/trial/i.test(message) ? role : hint };
};
