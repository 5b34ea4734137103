/** https://developers.pinterest.com/docs/api/v5/events-create */
export const pinterestConversions = {
	/** Events in one call. */
	perCall: 1000,
	/** Some events of a call are in and others are not: the answer is in the details of this refusal. */
	partial: 422,
	eventNames: [
		...['add_payment_info', 'add_to_cart', 'add_to_wishlist', 'app_install', 'checkout', 'custom', 'initiate_checkout', 'lead'],
		...['page_visit', 'search', 'signup', 'subscribe', 'view_category', 'view_content', 'watch_video'],
	],
	/** Pinterest recognises no repeat of what happened here. */
	notDeduplicated: 'offline',
	/** Limited data processing, for some states of the USA. */
	limited: 'LDP',
	partner: /^ss-[a-z0-9_-]+$/,
} as const;
