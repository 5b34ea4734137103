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
		upgraded: { id: -1001700000009, type: 'supergroup' as const, title: 'Clients fidèles (old)' },
	},
	meta: {
		appId: '900000000000001',
		appSecret: 'sandbox-app-secret-not-real',
		user: { id: '10160000000000001', name: 'Camille Moreau' },
		page: { id: '100200300400501', name: 'Atelier Camélia', username: 'ateliercamelia' },
		secondPage: { id: '100200300400502', name: 'Camélia Événements', username: 'cameliaevenements' },
		instagram: { id: '17841400000000001', username: 'atelier.camelia', name: 'Atelier Camélia' },
	},
} as const;
