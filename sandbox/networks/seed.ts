/**
 * The small business that lives in the sandbox: a florist in Nantes. Every secret here is made up and says so.
 * `npm start`, the tests and the guides all speak of these accounts.
 */
export const seed = {
	telegram: {
		/** Telegram's form: bot id, colon, 35 characters. */
		token: '7000000001:SANDBOX-not-a-real-bot-token-000000',
		bot: { id: 7000000001, username: 'atelier_camelia_bot', first_name: 'Atelier Camélia' },
		channel: { id: -1001700000001, type: 'channel' as const, title: 'Atelier Camélia', username: 'atelier_camelia' },
		group: { id: -1001700000002, type: 'supergroup' as const, title: 'Clients fidèles', username: 'camelia_clients', is_forum: true },
		customer: { id: 5000000001, type: 'private' as const, first_name: 'Inês', username: 'ines_demo' },
		/** A topic of the group, by its `message_thread_id`. */
		topic: { id: 4, name: 'Nouveautés' },
		/** Sending to these fails as it does on Telegram: 403, and 400 with `migrate_to_chat_id` (the group above). */
		blocked: { id: 5000000403, type: 'private' as const, first_name: 'Bruno' },
		deactivated: { id: 5000000404, type: 'private' as const, first_name: 'Nina' },
		/** Has never pressed Start. */
		stranger: { id: 5000000405, type: 'private' as const, first_name: 'Théo' },
		/** The bot was removed from it. */
		formerGroup: { id: -1001700000008, type: 'supergroup' as const, title: 'Anciens clients' },
		upgraded: { id: -1001700000009, type: 'supergroup' as const, title: 'Clients fidèles (old)' },
	},
	meta: {
		appId: '900000000000001',
		appSecret: 'sandbox-app-secret-not-real',
		user: { id: '10160000000000001', name: 'Camille Moreau' },
		page: { id: '100200300400501', name: 'Atelier Camélia', username: 'ateliercamelia' },
		secondPage: { id: '100200300400502', name: 'Camélia Événements', username: 'cameliaevenements' },
		instagram: { id: '17841400000000001', username: 'atelier.camelia', name: 'Atelier Camélia' },
		/** Another person who may log in: one page, no Instagram account. */
		otherUser: { id: '10160000000000002', name: 'Bruno Lopes' },
		/** A system user of the business, whose token never expires: https://developers.facebook.com/docs/marketing-api/system-users */
		systemUser: { id: '122100000000000001', name: 'QMARK system user' },
		whatsapp: { businessAccountId: '102290000000001', phoneNumberId: '106540000000001', number: '+33 2 40 00 00 01', name: 'Atelier Camélia' },
		/** A customer, by the ID that each channel knows her by. */
		customer: { name: 'Inês Almeida', phone: '351912000001', userId: 'PT.SANDBOX0000000001', messenger: '24400000000000001', instagram: '25500000000000001', username: 'ines.almeida' },
		/** `id` without `act_`. */
		adAccount: { id: '330000000000001', name: 'Atelier Camélia Ads', currency: 'EUR', timeZone: 'Europe/Paris' },
		/** In a currency without minor units. */
		yenAdAccount: { id: '330000000000002', name: 'Camélia Tokyo', currency: 'JPY', timeZone: 'Asia/Tokyo' },
		/** The dataset (pixel) of the shop. */
		dataset: { id: '440000000000001', name: 'Boutique' },
		/** The business portfolio that owns the pages and accounts. */
		business: { id: '220000000000001', name: 'Atelier Camélia' },
	},
	/** Instagram API with Instagram Login: an app id and secret of its own. */
	instagramLogin: {
		appId: '910000000000001',
		appSecret: 'sandbox-instagram-secret-not-real',
		accounts: [
			{ id: '17841400000000001', name: 'atelier.camelia', type: 'BUSINESS' },
			{ id: '17841400000000077', name: 'camelia.perso', type: 'MEDIA_CREATOR' },
		],
	},
	threads: {
		appId: '920000000000001',
		appSecret: 'sandbox-threads-secret-not-real',
		accounts: [
			{ id: '26500000000000001', name: 'atelier.camelia' },
			{ id: '26500000000000002', name: 'camelia.perso' },
		],
	},
	google: {
		clientId: '700000000001-sandbox.apps.googleusercontent.com',
		clientSecret: 'sandbox-google-secret-not-real',
		developerToken: 'SANDBOX-developer-token',
		accounts: [
			{ id: '110000000000000000001', name: 'camille@ateliercamelia.example' },
			{ id: '110000000000000000002', name: 'bruno@ateliercamelia.example' },
		],
		/** Google Ads: a manager and the account below it. */
		managerId: '1110000001',
		customerId: '2220000002',
		/** In a currency without minor units, below the same manager. */
		yenCustomerId: '3330000003',
		/** A test manager and the test account below it, which serves no ads. */
		testManagerId: '4440000004',
		testCustomerId: '5550000005',
	},
	tiktok: {
		clientKey: 'awsandboxclientkey',
		clientSecret: 'sandbox-tiktok-secret-not-real',
		accounts: [
			{ id: '_000SANDBOXcamelia', name: 'Atelier Camélia' },
			{ id: '_000SANDBOXperso', name: 'Camille' },
		],
	},
	linkedin: {
		clientId: '86sandboxclient',
		clientSecret: 'sandbox-linkedin-secret-not-real',
		accounts: [
			{ id: 'SANDBOXcami', name: 'Camille Moreau' },
			{ id: 'SANDBOXbrun', name: 'Bruno Lopes' },
		],
		organization: { id: '5500001', name: 'Atelier Camélia' },
	},
	pinterest: {
		appId: '1500001',
		appSecret: 'sandbox-pinterest-secret-not-real',
		accounts: [
			{ id: '549000000000000001', name: 'ateliercamelia' },
			{ id: '549000000000000002', name: 'cameliaperso' },
		],
		board: { id: '549000000000000101', name: 'Bouquets' },
	},
} as const;
