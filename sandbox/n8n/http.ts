import axios, { type AxiosInstance } from 'axios';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { Problem } from '../problem';

/** Cookies by name, as a browser keeps them for one site. */
export class CookieJar {
	private readonly cookies = new Map<string, string>();

	store(header: string[] | undefined): void {
		for (const line of header ?? []) {
			const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
			if (name !== undefined && value !== undefined) this.cookies.set(name, value);
		}
	}

	get header(): string {
		return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}
}

/** A kept connection may be closed by n8n at the very moment it is used again. */
export const freshConnections = new Agent({ keepAlive: false });

/** An axios client that keeps cookies, never follows a redirect by itself and never uses a proxy (everything is loopback). */
export const browser = (baseURL?: string): AxiosInstance => {
	const jar = new CookieJar();
	const client = axios.create({ baseURL, httpAgent: freshConnections, proxy: false, maxRedirects: 0, timeout: 60_000, validateStatus: () => true });
	client.interceptors.request.use((config) => {
		if (jar.header) config.headers.set('Cookie', jar.header);
		return config;
	});
	client.interceptors.response.use((response) => {
		jar.store(response.headers['set-cookie']);
		return response;
	});
	return client;
};

/** n8n's REST API as its editor uses it: cookie, browser id, answers wrapped in `data`. */
export class RestClient {
	/** For pages that are not the REST API, such as the OAuth2 callback. */
	readonly client: AxiosInstance;

	constructor(readonly url: string) {
		this.client = browser(url);
		// n8n binds the session cookie to this header.
		this.client.defaults.headers.common['browser-id'] = randomUUID();
	}

	/** Sends one request and answers `data`; a refusal becomes a sentence with n8n's own message. */
	async send<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
		const { status, data } = await this.client.request<{ data: T; message?: string }>({ method, url: `/rest${path}`, data: body });
		if (status >= 400) throw new Problem(`n8n refused ${method} /rest${path} with status ${status}: ${data.message ?? 'no reason given'}`);
		return data.data;
	}
}
