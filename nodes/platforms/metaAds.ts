import type { IDataObject } from 'n8n-workflow';
import type { Failure } from '../core/errors';
import type { Platform, Reply, Usage } from '../core/platform';
import { facebook } from './facebook';
import { meta, parsed } from './meta';
import { adRules } from './metaAdRules';
import { isOfApp, meanings } from './metaAdsErrors';
import { asSystemUser } from './metaSystemUser';

/**
 * The Marketing API's version, apart from that of the other networks, as its versions end sooner: never the credential's.
 * Meta names no end before the next version is out. Up to now one was served for 230 days or more after its successor came,
 * and v26.0 had none on 2026-11-22. https://developers.facebook.com/docs/marketing-api/overview/versioning
 */
const version = { default: 'v26.0', until: '2027-07-10' } as const;

/** A header that cannot be read tells nothing: what was done is done all the same. */
function jsonIn(header: unknown): IDataObject {
	const value = parsed(header);
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What all ad accounts of the app share. https://developers.facebook.com/docs/marketing-api/insights/best-practices#insightscallload */
function usage(headers: Reply['headers']): Usage | undefined {
	const { app_id_util_pct: insights = 0 } = jsonIn(headers['x-fb-ads-insights-throttle']);
	const { percent = 0, regain = 0 } = meta.usage({ 'x-app-usage': headers['x-app-usage'] }) ?? {};
	return { percent: Math.max(percent, Number(insights)), regain };
}

/** What the ad account has for itself. https://developers.facebook.com/docs/marketing-api/overview/rate-limiting */
function laneUsage(headers: Reply['headers']): Usage | undefined {
	const { acc_id_util_pct: account = 0, reset_time_duration: seconds = 0 } = jsonIn(headers['x-ad-account-usage']);
	const { acc_id_util_pct: insights = 0 } = jsonIn(headers['x-fb-ads-insights-throttle']);
	const { percent = 0, regain = 0 } = meta.usage({ 'x-business-use-case-usage': headers['x-business-use-case-usage'] }) ?? {};
	return { percent: Math.max(percent, Number(account), Number(insights)), regain: regain || Number(seconds) * 1000 };
}

function parseError(reply: Reply): Failure | undefined {
	const failure = meta.parseError(reply);
	if (!failure) return undefined;
	const [code = '', subcode = ''] = failure.code?.split('/') ?? [];
	const [verdict, hint] = meanings[subcode] ?? meanings[code] ?? [];
	const shared = isOfApp(code, subcode);
	if (!verdict || !hint) return { ...failure, shared };
	const regain = laneUsage(reply.headers)?.regain || failure.retryAfter || meta.limitWait;
	return { ...failure, shared, verdict, hint, retryAfter: verdict === 'wait' ? regain : undefined };
}

const states = ['Active', 'Adset Paused', 'Archived', 'Campaign Paused', 'Deleted', 'Disapproved', 'In Process', 'Paused', 'Pending Billing Info', 'Pending Review', 'Preapproved', 'With Issues'] as const;

export const metaAds = {
	...meta,
	name: 'Meta Ads',
	docs: 'https://developers.facebook.com/docs/marketing-api',
	version,
	baseUrl: (credentials, host?: string) => meta.baseUrl({ ...credentials, graphVersion: version.default }, host),
	/** Meta counts the calls of each ad account by themselves, and those about the leads of each page. */
	lane: ({ adAccount, leadsPage }: IDataObject) => {
		const named = adAccount || leadsPage;
		return typeof named === 'string' && named !== '' ? named.replace(/^act_/, '') : undefined;
	},
	usage,
	laneUsage,
	parseError,
	/** Leads and their forms are read as the page that has them; all else is not about a page of its own. */
	actor: { field: 'leadsPage', token: facebook.actor.token },
	/** Items of one page of a listing. */
	pageSize: 100,
	/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience/users */
	audience: { rowsPerCall: 10_000 },
	/** https://developers.facebook.com/docs/marketing-api/ad-rules */
	rules: adRules,
	/** Money is written in hundredths of the currency, but in these currencies whole. https://developers.facebook.com/docs/marketing-api/currencies */
	money: {
		decimals: 2,
		whole: ['CLP', 'COP', 'CRC', 'HUF', 'ISK', 'IDR', 'JPY', 'KRW', 'PYG', 'TWD', 'VND'],
		/** Fields that hold an amount in that unit. */
		fields: [
			...['amount_spent', 'balance', 'bid_amount', 'budget_remaining', 'daily_budget', 'daily_min_spend_target', 'daily_spend_cap', 'lifetime_budget'],
			...['lifetime_min_spend_target', 'lifetime_spend_cap', 'min_campaign_group_spend_cap', 'min_daily_budget', 'spend_cap'],
		],
	},
	/** Where ads must name who benefits from them and who pays. https://developers.facebook.com/docs/marketing-api/reference/ad-account/adsets */
	dsaCountries: ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
	/** Special ad categories whose ads may not be narrowed by age or gender. https://developers.facebook.com/docs/marketing-api/audiences/special-ad-category */
	openCategories: ['CREDIT', 'EMPLOYMENT', 'FINANCIAL_PRODUCTS_SERVICES', 'HOUSING'],
	ages: { least: 13, most: 65, usual: 18 },
	/** What Meta adds to a targeting that leaves it out. https://developers.facebook.com/docs/marketing-api/audiences/reference/basic-targeting */
	targetingDefaults: { age_min: 18, age_max: 65, location_types: ['home', 'recent'] },
	/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group/copies: ads that one call copies. */
	deepCopy: 3,
	/** https://developers.facebook.com/docs/marketing-api/reference/ad-image */
	image: { bytes: 30 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'image/gif'] },
	/** Every: ms between two looks at a video that is processed. https://developers.facebook.com/docs/marketing-api/reference/ad-account/advideos */
	video: { types: ['video/mp4', 'video/quicktime'], every: 3_000 },
	/** Milliseconds for a call that moves a whole file, or in which Meta fetches one. */
	uploadTimeout: 30 * 60_000,
	/** https://developers.facebook.com/docs/marketing-api/reference/ad-creative-link-data-child-attachment */
	carousel: { least: 2, most: 10 },
	/** What a campaign is for. https://developers.facebook.com/docs/marketing-api/reference/ad-account/campaigns#odax */
	objectives: [
		{ name: 'App Promotion', value: 'OUTCOME_APP_PROMOTION' },
		{ name: 'Awareness', value: 'OUTCOME_AWARENESS' },
		{ name: 'Engagement', value: 'OUTCOME_ENGAGEMENT' },
		{ name: 'Leads', value: 'OUTCOME_LEADS' },
		{ name: 'Sales', value: 'OUTCOME_SALES' },
		{ name: 'Traffic', value: 'OUTCOME_TRAFFIC' },
	],
	categories: [
		{ name: 'Credit', value: 'CREDIT' },
		{ name: 'Employment', value: 'EMPLOYMENT' },
		{ name: 'Financial Products and Services', value: 'FINANCIAL_PRODUCTS_SERVICES' },
		{ name: 'Housing', value: 'HOUSING' },
		{ name: 'Online Gambling and Gaming', value: 'ONLINE_GAMBLING_AND_GAMING' },
		{ name: 'Social Issues, Elections or Politics', value: 'ISSUES_ELECTIONS_POLITICS' },
	],
	bidStrategies: [
		{ name: 'Bid Cap', value: 'LOWEST_COST_WITH_BID_CAP' },
		{ name: 'Cost Cap', value: 'COST_CAP' },
		{ name: 'Highest Volume', value: 'LOWEST_COST_WITHOUT_CAP' },
		{ name: 'Minimum Return on Ad Spend', value: 'LOWEST_COST_WITH_MIN_ROAS' },
	],
	/** Those that need an amount. */
	cappedStrategies: ['LOWEST_COST_WITH_BID_CAP', 'COST_CAP'],
	billingEvents: [
		{ name: 'Impressions', value: 'IMPRESSIONS' },
		{ name: 'Link Clicks', value: 'LINK_CLICKS' },
		{ name: 'Page Likes', value: 'PAGE_LIKES' },
		{ name: 'Post Engagement', value: 'POST_ENGAGEMENT' },
		{ name: 'ThruPlay', value: 'THRUPLAY' },
	],
	optimizationGoals: [
		{ name: 'App Installs', value: 'APP_INSTALLS' },
		{ name: 'Conversations', value: 'CONVERSATIONS' },
		{ name: 'Conversion Value', value: 'VALUE' },
		{ name: 'Conversions', value: 'OFFSITE_CONVERSIONS' },
		{ name: 'Impressions', value: 'IMPRESSIONS' },
		{ name: 'Landing Page Views', value: 'LANDING_PAGE_VIEWS' },
		{ name: 'Leads', value: 'LEAD_GENERATION' },
		{ name: 'Link Clicks', value: 'LINK_CLICKS' },
		{ name: 'Page Likes', value: 'PAGE_LIKES' },
		{ name: 'Post Engagement', value: 'POST_ENGAGEMENT' },
		{ name: 'Quality Leads', value: 'QUALITY_LEAD' },
		{ name: 'Reach', value: 'REACH' },
		{ name: 'ThruPlay', value: 'THRUPLAY' },
	],
	/** What must be named to optimise for it. */
	promoted: { OFFSITE_CONVERSIONS: 'pixel_id', VALUE: 'pixel_id', LEAD_GENERATION: 'page_id', QUALITY_LEAD: 'page_id', PAGE_LIKES: 'page_id' },
	destinations: [
		{ name: 'App', value: 'APP' },
		{ name: 'Instagram Direct', value: 'INSTAGRAM_DIRECT' },
		{ name: 'Messenger', value: 'MESSENGER' },
		{ name: 'On the Ad (Instant Form)', value: 'ON_AD' },
		{ name: 'On the Post', value: 'ON_POST' },
		{ name: 'Website', value: 'WEBSITE' },
		{ name: 'WhatsApp', value: 'WHATSAPP' },
	],
	conversionEvents: [
		{ name: 'Add to Cart', value: 'ADD_TO_CART' },
		{ name: 'Complete Registration', value: 'COMPLETE_REGISTRATION' },
		{ name: 'Contact', value: 'CONTACT' },
		{ name: 'Initiate Checkout', value: 'INITIATED_CHECKOUT' },
		{ name: 'Lead', value: 'LEAD' },
		{ name: 'Purchase', value: 'PURCHASE' },
		{ name: 'Schedule', value: 'SCHEDULE' },
		{ name: 'Subscribe', value: 'SUBSCRIBE' },
		{ name: 'View Content', value: 'CONTENT_VIEW' },
	],
	callsToAction: [
		{ name: 'Apply Now', value: 'APPLY_NOW' },
		{ name: 'Book Now', value: 'BOOK_TRAVEL' },
		{ name: 'Contact Us', value: 'CONTACT_US' },
		{ name: 'Download', value: 'DOWNLOAD' },
		{ name: 'Get Offer', value: 'GET_OFFER' },
		{ name: 'Get Quote', value: 'GET_QUOTE' },
		{ name: 'Learn More', value: 'LEARN_MORE' },
		{ name: 'None', value: 'NO_BUTTON' },
		{ name: 'Order Now', value: 'ORDER_NOW' },
		{ name: 'Send Message', value: 'MESSAGE_PAGE' },
		{ name: 'Send WhatsApp Message', value: 'WHATSAPP_MESSAGE' },
		{ name: 'Shop Now', value: 'SHOP_NOW' },
		{ name: 'Sign Up', value: 'SIGN_UP' },
		{ name: 'Subscribe', value: 'SUBSCRIBE' },
	],
	effectiveStatuses: states.map((name) => ({ name, value: name.toUpperCase().replace(/ /g, '_') })),
} as const satisfies Platform & Record<string, unknown>;

/** For a person's connection, and for a system user's token. */
export const metaAdsPlatforms = [metaAds, asSystemUser(metaAds)] as const;
