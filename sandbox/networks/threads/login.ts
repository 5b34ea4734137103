import type { Refuse } from '../meta/login/authorize';
import { Login, type SavedLogin } from '../meta/login/login';
import type { Setter } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { World } from '../world';

/** A long-lived token of the first account with all permissions, to call without clicking through the dialog; it lives from the sandbox's first start. */
export const seedToken = 'THSANDBOX0user0token0not0real';

/** https://developers.facebook.com/docs/threads/get-started */
export class ThreadsLogin extends Login {
	/** `others`: settings of Threads that have nothing to do with its login. */
	constructor(
		world: World,
		private readonly others: () => Record<string, Setter>,
	) {
		super(world, {
			...seed.threads,
			name: 'Threads',
			scopes: [
				'threads_basic',
				'threads_content_publish',
				'threads_manage_replies',
				'threads_read_replies',
				'threads_manage_insights',
				'threads_keyword_search',
				'threads_manage_mentions',
				'threads_delete',
				'threads_location_tagging',
				'threads_profile_discovery',
			],
			tokenPrefix: 'THSANDBOX',
			grantPrefix: 'th',
			settingsAt: 'threads',
			tellsPermissions: false,
			callbackId: (account) => account,
		});
		this.plant();
	}

	private plant(): void {
		const [{ id: account }] = seed.threads.accounts;
		if (!this.grants.find(seedToken)) this.issueLong(this.grants.begin({ account, scopes: [...this.app.scopes] }), seedToken);
	}

	override reset(): void {
		super.reset();
		this.plant();
	}

	override load(saved: SavedLogin): void {
		super.load(saved);
		this.plant();
	}

	protected override setters(): Record<string, Setter> {
		return { ...super.setters(), ...this.others() };
	}
}

/** The authorization window answers bare JSON to what it cannot use: https://github.com/fbsamples/threads_api/issues/24 */
export const jsonRefusal: Refuse = (response, sentence) => {
	response.status(400).json({ error_message: `Invalid Request: ${sentence}`, error_code: sentence.endsWith('platform app') ? 1349026 : 1349048 });
};
