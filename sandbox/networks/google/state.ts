import { Grants, type Grant, type Token } from '../oauth/grants';
import type { GrantSettings } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { World } from '../world';
import { AdsStore, type SavedAds } from './ads/store';
import { DataManagerStore } from './dataManager/store';
import { Gmail, type SavedGmail } from './gmail/store';
import { isSignIn } from './scopes';
import { channels } from './youtube/seed';
import { YouTube, type SavedYouTube } from './youtube/store';

/** Every code and token begins with one of these. */
export const tokenPrefixes = { code: '4/SANDBOX', access: 'ya29.SANDBOX', refresh: '1//SANDBOX' } as const;

export type Account = (typeof seed.google.accounts)[number];

/** Google tells 3599 of the hour: https://developers.google.com/identity/protocols/oauth2/web-server#exchange-authorization-code */
const ACCESS_SECONDS = 3599;
/** https://developers.google.com/identity/protocols/oauth2#expiration */
const TESTING_SECONDS = 604_799;
/** Google does not say how long; its codes are gone after some minutes. */
const CODE_SECONDS = 600;

export interface Settings extends GrantSettings {
	/** The app's publishing status is "Testing": refresh tokens die after 7 days and say so when they are issued. */
	testing: boolean;
	/** `ignored` is how Google's servers behave since developer tokens ended in September 2026. */
	developerToken: 'required' | 'ignored';
}

const defaults = (): Settings => ({
	accessSeconds: ACCESS_SECONDS,
	refreshSeconds: Infinity,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	testing: false,
	developerToken: 'ignored',
});

export interface SavedGoogle {
	grants: ReturnType<Grants['save']>;
	offline: Set<string>;
	renewable: Set<string>;
	gmail: SavedGmail;
	ads: SavedAds;
	dataManager: ReturnType<DataManagerStore['save']>;
	youtube: SavedYouTube;
}

/** Everything the fake Google remembers between two calls. */
export class Google {
	readonly settings = defaults();
	readonly grants: Grants;
	/** Codes that are exchanged for a refresh token too. */
	offline = new Set<string>();
	/** Grants that came with a refresh token. */
	renewable = new Set<string>();
	readonly gmail: Gmail;
	readonly ads = new AdsStore(() => this.world.clock.now());
	readonly dataManager = new DataManagerStore(
		() => this.world.clock.now(),
		() => this.ads,
	);

	readonly youtube: YouTube;

	constructor(readonly world: World) {
		this.youtube = new YouTube(world, channels);
		this.gmail = new Gmail(world, seed.google.accounts.map(({ name }) => name));
		this.grants = new Grants(world.clock, tokenPrefixes, () => {
			const { accessSeconds, refreshSeconds } = this.settings;
			return { code: CODE_SECONDS, access: accessSeconds, refresh: refreshSeconds };
		});
	}

	account(id: string): Account | undefined {
		return seed.google.accounts.find((account) => account.id === id);
	}

	/** While the app is in Testing, only sign-in scopes keep a refresh token alive beyond 7 days. `announced` = Google tells its end. */
	issueRefresh(grant: Grant): { token: Token; announced: boolean } {
		const { testing, refreshSeconds } = this.settings;
		const announced = testing && !grant.scopes.every(isSignIn);
		const token = this.grants.issue(grant, 'refresh', announced ? Math.min(TESTING_SECONDS, refreshSeconds) : refreshSeconds);
		return { token, announced };
	}

	reset(): void {
		Object.assign(this.settings, defaults());
		this.grants.clear();
		this.gmail.reset();
		this.ads.reset();
		this.dataManager.reset();
		this.youtube.reset();
		Object.assign(this, { offline: new Set(), renewable: new Set() });
	}

	save(): SavedGoogle {
		const { offline, renewable } = this;
		return { grants: this.grants.save(), gmail: this.gmail.save(), ads: this.ads.save(), dataManager: this.dataManager.save(), youtube: this.youtube.save(), offline, renewable };
	}

	load({ grants, gmail, ads, dataManager, youtube, ...kept }: SavedGoogle): void {
		this.grants.load(grants);
		this.gmail.load(gmail);
		this.ads.load(ads);
		this.dataManager.load(dataManager);
		this.youtube.load(youtube);
		Object.assign(this, kept);
	}
}
