import { isRefusal, Grants, type Grant, type Refusal, type Token } from '../../oauth/grants';
import { applySetters, flag, grantSetters, type GrantSettings, type Setter } from '../../oauth/grantSettings';
import type { Remembered, World } from '../../world';
import { Callbacks, type Callback } from '../callbacks';
import { GraphError, invalid } from '../errors';
import { deadToken, expiredToken, unknownToken } from '../tokenErrors';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const day = 86_400_000;
const codeSeconds = 3600;

interface Account {
	id: string;
	name: string;
}

/** One of the two products that have an app id and a login of their own: Instagram Login and Threads. */
export interface LoginApp<A extends Account> {
	/** As people know it. */
	name: string;
	appId: string;
	appSecret: string;
	accounts: readonly A[];
	/** The first one is required of every app. */
	scopes: readonly [string, ...string[]];
	/** How its access tokens begin. */
	tokenPrefix: string;
	/** `ig` and `th`, as in `ig_exchange_token`. */
	grantPrefix: string;
	/** Where `POST /_sandbox/settings` has its settings. */
	settingsAt: string;
	/** Whether a renewal tells the token's permissions. */
	tellsPermissions: boolean;
	/** The id by which callbacks name a person. */
	callbackId(account: string): string;
}

export interface LoginSettings extends GrantSettings {
	/** A form field `method=get` makes a POST to the token endpoints a GET, as everywhere in the Graph API. Meta documents it for neither product. */
	methodOverride: boolean;
}

/** What comes back after a restart. */
export interface SavedLogin {
	grants: ReturnType<Grants['save']>;
	long: Set<string>;
	callbacks: Callback[];
}
/** Short tokens live an hour and are exchanged once for long ones; those are renewed by themselves and need no secret for it. */
export class Login<A extends Account = Account> implements Remembered {
	settings: LoginSettings;
	readonly grants: Grants;
	callbacks: Callbacks;
	private long = new Set<string>();

	constructor(
		readonly world: World,
		readonly app: LoginApp<A>,
	) {
		this.settings = this.defaults();
		this.callbacks = new Callbacks(world, app.appSecret);
		this.grants = new Grants(world.clock, { code: 'AQSANDBOX', access: app.tokenPrefix, refresh: app.tokenPrefix }, () => ({
			code: codeSeconds,
			access: this.settings.accessSeconds,
			refresh: this.settings.refreshSeconds,
		}));
	}

	private defaults(): LoginSettings {
		return { accessSeconds: 3600, refreshSeconds: 60 * 86_400, declinedScopes: [], tokenEndpoint: 'ok', methodOverride: true };
	}

	accountOf(id: string): A {
		const found = this.app.accounts.find((account) => account.id === id);
		if (!found) throw new Error(`The sandbox lost the ${this.app.name} account ${id}.`);
		return found;
	}

	/** Why a known token no longer works; undefined while it does. */
	fault(value: string): GraphError | undefined {
		const valid = this.grants.valid(value);
		return isRefusal(valid) ? this.refusal(valid, value) : undefined;
	}

	valid(value: string): Token {
		const valid = this.grants.valid(value);
		if (isRefusal(valid)) throw this.refusal(valid, value);
		return valid;
	}

	private refusal(refusal: Refusal, value: string): GraphError {
		const token = this.grants.find(value);
		if (token && refusal === 'ended') return deadToken(token.grant.ended === 'password_changed' ? 460 : 458, this.app.appId);
		if (token && refusal === 'expired') return expiredToken(token.expiresAt, this.world.clock.now());
		return unknownToken();
	}

	/** A long-lived token for a short-lived one. */
	exchange(value: string): Token {
		const token = this.valid(value);
		if (this.long.has(value)) throw wrongKind();
		return this.issueLong(token.grant);
	}

	/** A long-lived token is renewed from its second day on, and as long as it lives; it gets another string. */
	refresh(value: string): Token {
		const token = this.valid(value);
		if (!this.long.has(value)) throw wrongKind();
		const [basic] = this.app.scopes;
		if (!token.grant.scopes.includes(basic))
			throw new GraphError(10, `(#10) Application does not have permission for this action; it requires ${basic}.`, { status: 403 });
		if (token.issuedAt + day > this.world.clock.now()) throw invalid('The access token must be at least 24 hours old to be refreshed');
		return this.issueLong(token.grant);
	}

	/** `value` where tests know the token beforehand. */
	protected issueLong(grant: Grant, value?: string): Token {
		const token = this.grants.issue(grant, 'access', this.settings.refreshSeconds, value);
		this.long.add(token.value);
		return token;
	}

	/** Settings of this login alone are added by `setters` of a subclass. */
	configure(values: Record<string, unknown>): string | undefined {
		return applySetters(this.app.settingsAt, this.setters(), values);
	}

	protected setters(): Record<string, Setter> {
		const { grants, settings, app } = this;
		return {
			...grantSetters({ grants, settings, accounts: app.accounts, endsWithPassword: () => true }),
			methodOverride: flag((on) => (settings.methodOverride = on)),
			deauthorize: this.callsBack('deauthorize'),
			dataDeletion: this.callsBack('dataDeletion'),
		};
	}

	private callsBack(kind: Callback['kind']): Setter {
		return (value) => {
			const { url, user = this.app.accounts[0]?.id } = isRecord(value) ? value : {};
			const account = this.app.accounts.find(({ id }) => id === user)?.id;
			if (typeof url !== 'string' || account === undefined) return '{"url": "http://127.0.0.1:…", "user": "<account id>"}';
			if (kind === 'deauthorize') this.grants.end('revoked', account);
			return this.callbacks.send(kind, url, this.app.callbackId(account));
		};
	}

	reset(): void {
		this.settings = this.defaults();
		this.grants.clear();
		this.long.clear();
		this.callbacks = new Callbacks(this.world, this.app.appSecret);
	}

	save(): SavedLogin {
		return { grants: this.grants.save(), long: this.long, callbacks: this.callbacks.save() };
	}

	load({ grants, long, callbacks }: SavedLogin): void {
		this.grants.load(grants);
		this.long = long;
		this.callbacks.load(callbacks);
	}
}

/** What Meta says of a short-lived token where a long-lived one is due, and the other way round. */
const wrongKind = (): GraphError => new GraphError(100, 'Unsupported request - method type: get', { type: 'IGApiException' });
