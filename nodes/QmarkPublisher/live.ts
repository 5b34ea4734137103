import { Api } from '../core/api';
import { failureOf } from '../core/errors';
import { tokenOf } from '../core/tokens';
import type { Choices, Network, Standing } from '../networks/network';
import type { Found } from './finding';
import { listed } from './finding';
import type { Sessions } from './sessions';
import type { Job } from './targets';

/** What the networks themselves say of the accounts before anything is sent: whether they are there, what may be done there, and how much is left of today. */
export class Accounts {
	private readonly standings = new Map<string, Promise<Found[]>>();
	private readonly permissions = new Map<string, Promise<Found[]>>();

	constructor(
		private readonly sessions: Sessions,
		private readonly choices: Choices,
	) {}

	/** `planned`: how many posts this run has for the account. */
	async findings({ network, account, index }: Job, planned: number): Promise<Found[]> {
		if (!network || account === '') return [];
		const key = `${network.name}/${account}`;
		const permission = this.permissions.get(network.name) ?? this.missing(network);
		this.permissions.set(network.name, permission);
		const lacking = await permission;
		if (lacking.some(({ rule }) => rule === 'connection')) return lacking;
		const standing = this.standings.get(key) ?? this.standing(network, account, index, planned);
		this.standings.set(key, standing);
		return [...lacking, ...(await standing)];
	}

	private async standing(network: Network, account: string, index: number, planned: number): Promise<Found[]> {
		try {
			const standing = await network.standing(await this.sessions.api(network, account, 'read', index), account, this.choices);
			return [...this.problem(standing), ...this.quota(network, standing, planned)];
		} catch (error) {
			const { message, hint } = failureOf(error);
			return [{ severity: 'warning', field: 'account', rule: 'unreachable', message: `The account could not be looked at: ${message}`, fix: hint }];
		}
	}

	private problem({ problem }: Standing): Found[] {
		return problem ? [{ severity: 'error', field: 'account', rule: problem.rule, message: problem.message, fix: problem.fix }] : [];
	}

	private quota({ platform }: Network, { left }: Standing, planned: number): Found[] {
		if (left === undefined || left >= planned) return [];
		const message = `${platform.name} lets this account publish ${left} more ${left === 1 ? 'post' : 'posts'} in these 24 hours; this run has ${planned}.`;
		return [{ severity: left === 0 ? 'error' : 'warning', field: 'account', rule: 'quota', message, limit: left, found: planned, fix: 'Publish the others tomorrow: the next run goes on with them.', source: platform.docs }];
	}

	private async missing(network: Network): Promise<Found[]> {
		try {
			const session = await this.sessions.of(network);
			// The connection itself speaks here, and none of its pages.
			const api = new Api(session, 'read');
			const { platform, scopes } = network;
			const { scopes: granted } = (await platform.introspect?.(api, tokenOf(session.credentials), session.credentials)) ?? {};
			const lacking = granted ? scopes.filter((scope) => !granted.includes(scope)) : [];
			if (lacking.length === 0) return [];
			return [{ severity: 'error', field: 'account', rule: 'permission', message: `The connection lacks ${listed(lacking)}.`, limit: scopes.join(', '), found: granted?.join(', '), fix: 'Open the credential, click Connect and agree to all permissions.', source: platform.docs }];
		} catch (error) {
			const { message, hint, verdict } = failureOf(error);
			const fatal = verdict === 'reconnect' || verdict === 'stop';
			return [{ severity: fatal ? 'error' : 'warning', field: 'account', rule: fatal ? 'connection' : 'unreachable', message, fix: hint }];
		}
	}
}
