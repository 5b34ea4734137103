import axios from 'axios';

interface Entry {
	seq: number;
	network: string;
	host: string;
	path: string;
	status: number;
	at: string;
	body?: Record<string, unknown>;
	query?: Record<string, unknown>;
}

export interface TokenCall {
	/** The network whose connection it renews. */
	connection: string;
	grant: string;
	status: number;
	/** Clock milliseconds. */
	at: number;
}

const tokenPaths = /\/(oauth\/access_token|oauth\/v2\/accessToken|v2\/oauth\/token\/?|v5\/oauth\/token|token|access_token|refresh_access_token)$/;

/** Every call of a token endpoint that the fake networks have seen, read as time passes: their journal keeps the latest only. */
export class TokenCalls {
	readonly calls: TokenCall[] = [];
	private since = 0;

	constructor(private readonly origin: string) {}

	async read(): Promise<void> {
		const { data } = await axios.get<Entry[]>(`${this.origin}/_sandbox/requests`, { params: { since: this.since }, proxy: false });
		for (const { seq, host, path, status, at, body, query } of data) {
			this.since = Math.max(this.since, seq);
			if (!tokenPaths.test(path)) continue;
			const grant = String(body?.grant_type ?? query?.grant_type ?? 'authorization_code');
			this.calls.push({ connection: names[host] ?? host, grant, status, at: Date.parse(at) });
		}
	}

	/** Renewals of one connection, in their order; the exchange of the first token counts. */
	renewalsOf(connection: string): TokenCall[] {
		return this.calls.filter((call) => call.connection === connection && call.grant !== 'authorization_code');
	}

	connections(): string[] {
		return [...new Set(this.calls.map(({ connection }) => connection))];
	}

	summary(): string {
		return this.connections().map((connection) => `${connection} ${this.renewalsOf(connection).length}`).join(', ');
	}
}

const names: Readonly<Record<string, string>> = {
	'graph.facebook.com': 'Meta',
	'api.instagram.com': 'Instagram Login',
	'graph.instagram.com': 'Instagram Login',
	'graph.threads.net': 'Threads',
	'oauth2.googleapis.com': 'Google',
	'open.tiktokapis.com': 'TikTok',
	'www.linkedin.com': 'LinkedIn',
	'api.pinterest.com': 'Pinterest',
};

