import { flag, type Setter } from '../../oauth/grantSettings';
import { seed } from '../../seed';
import type { World } from '../../world';
import { Login } from '../login/login';

/** An account has one id for all apps and one for this app alone. */
export const appScopedId = (account: string): string => account.replace(/^17841/, '26841');

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login */
export class InstagramLogin extends Login<(typeof seed.instagramLogin.accounts)[number]> {
	/** Whether a code's token comes as `{"data": [{…}]}`, as Meta documents it, or flat, as it does. */
	wrappedAnswer = false;

	constructor(world: World) {
		super(world, {
			...seed.instagramLogin,
			name: 'Instagram',
			scopes: [
				'instagram_business_basic',
				'instagram_business_content_publish',
				'instagram_business_manage_comments',
				'instagram_business_manage_insights',
				'instagram_business_manage_messages',
			],
			tokenPrefix: 'IGSANDBOX',
			grantPrefix: 'ig',
			settingsAt: 'meta.instagramLogin',
			tellsPermissions: true,
			callbackId: appScopedId,
		});
	}

	protected override setters(): Record<string, Setter> {
		return { ...super.setters(), wrappedAnswer: flag((on) => (this.wrappedAnswer = on)) };
	}

	override reset(): void {
		super.reset();
		this.wrappedAnswer = false;
	}
}
