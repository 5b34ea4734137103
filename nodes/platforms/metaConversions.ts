import type { Platform } from '../core/platform';
import { meta } from './meta';
import { asSystemUser } from './metaSystemUser';

const DAY = 24 * 60 * 60;

/**
 * The Conversions API lives on the Graph API and ends with its versions, not with those of the Marketing API.
 * https://developers.facebook.com/docs/marketing-api/conversions-api/using-the-api
 */
export const metaConversions = {
	...meta,
	name: 'Meta Conversions',
	docs: 'https://developers.facebook.com/docs/marketing-api/conversions-api',
	verified: '2026-11 https://developers.facebook.com/docs/marketing-api/conversions-api/parameters',
	/** A call takes as many events; one that is wrong makes Meta refuse them all. */
	eventsPerCall: 1000,
	/** Seconds. An event may be so old, and a clock may be so far ahead. */
	window: { usual: 7 * DAY, physicalStore: 62 * DAY, ahead: 60 },
	/** https://developers.facebook.com/docs/meta-pixel/reference#standard-events */
	standardEvents: [
		'AddPaymentInfo',
		'AddToCart',
		'AddToWishlist',
		'CompleteRegistration',
		'Contact',
		'CustomizeProduct',
		'Donate',
		'FindLocation',
		'InitiateCheckout',
		'Lead',
		'PageView',
		'Purchase',
		'Schedule',
		'Search',
		'StartTrial',
		'SubmitApplication',
		'Subscribe',
		'ViewContent',
	],
	/** Of conversations, which take no others. https://developers.facebook.com/docs/marketing-api/conversions-api/business-messaging */
	messagingEvents: [
		'AddToCart',
		'CartAbandoned',
		'InitiateCheckout',
		'LeadSubmitted',
		'OrderCanceled',
		'OrderCreated',
		'OrderDelivered',
		'OrderReturned',
		'OrderShipped',
		'Purchase',
		'QualifiedLead',
		'RatingProvided',
		'ReviewProvided',
		'ViewContent',
	],
	/** What a conversation needs of its person, by its channel: one of each list. */
	messagingKeys: {
		whatsapp: [['ctwa_clid'], ['whatsapp_business_account_id', 'page_id']],
		messenger: [['page_scoped_user_id'], ['page_id']],
		instagram: [['ig_sid'], ['ig_account_id']],
	},
	/** Nobody is found by these alone, nor by a part of them. https://developers.facebook.com/docs/marketing-api/conversions-api/best-practices#baseline-requirements-for-matching */
	weakKeys: [
		['ct', 'country', 'st', 'zp', 'ge', 'client_user_agent'],
		['db', 'client_user_agent'],
		['fn', 'ge'],
		['ln', 'ge'],
	],
	/** Entries of the device information of an app event. https://developers.facebook.com/docs/marketing-api/conversions-api/app-events */
	deviceFacts: 16,
} as const satisfies Platform & Record<string, unknown>;

/** For a person's connection, and for a system user's token. */
export const metaConversionsPlatforms = [metaConversions, asSystemUser(metaConversions)] as const;
