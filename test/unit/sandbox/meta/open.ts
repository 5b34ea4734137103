import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { giveConsent } from '../../../../sandbox/n8n/consent';
import { startSandbox, type Sandbox } from '../../../../sandbox/networks/server';
import type { TimelineEntry } from '../../../../sandbox/networks/world';

export const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
export const hour = 3600;
export const day = 86_400;

/** A sandbox on a free port with a file to remember by, and short ways to what these tests ask of it. */
export class World {
	private readonly folder = mkdtempSync(join(tmpdir(), 'qmark-meta-'));
	private constructor(
		private sandbox: Sandbox | undefined,
		public http: AxiosInstance,
	) {}

	static async open(): Promise<World> {
		const world = new World(undefined, axios.create());
		await world.start(0);
		return world;
	}

	get origin(): string {
		return this.sandbox?.origin ?? '';
	}

	private async start(port: number): Promise<void> {
		this.sandbox = await startSandbox({ port, data: join(this.folder, 'networks.bin') });
		this.http = axios.create({ baseURL: this.origin, validateStatus: () => true, maxRedirects: 0 });
	}

	async restart(): Promise<void> {
		const port = Number(new URL(this.origin).port);
		await this.sandbox?.close();
		await this.start(port);
	}

	async close(): Promise<void> {
		await this.sandbox?.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	async settings(changes: object): Promise<void> {
		expect((await this.http.post('/_sandbox/settings', changes)).data).toEqual({ ok: true });
	}

	async pass(seconds: number): Promise<void> {
		await this.http.post('/_sandbox/clock', { advance: seconds });
	}

	async timeline(): Promise<TimelineEntry[]> {
		return (await this.http.get<TimelineEntry[]>('/timeline.json')).data;
	}

	/** The whole request journal as text, to look for what must not be in it. */
	async journal(): Promise<string> {
		return JSON.stringify((await this.http.get('/_sandbox/requests')).data);
	}

	/** Agrees in a dialog; answers the whole redirect. */
	async consent(dialog: string, asked: Record<string, string>, choices: Record<string, string> = {}): Promise<URL> {
		const address = `${this.origin}${dialog}?${new URLSearchParams({ redirect_uri, response_type: 'code', state: 'any', ...asked })}`;
		return new URL(await giveConsent(address, redirect_uri, choices));
	}

	async form(path: string, fields: object) {
		return await this.http.post(path, new URLSearchParams({ ...fields }));
	}

	async get(path: string, params: object) {
		return await this.http.get(path, { params });
	}
}
