import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { readForm } from '../../../sandbox/n8n/consent';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';

const { clientId: client_id, clientSecret: client_secret, developerToken } = seed.google;
export const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
export const scopes = (...names: string[]) => names.map((name) => `https://www.googleapis.com/auth/${name}`).join(' ');

let folder: string;
let sandbox: Sandbox;
/** Never throws for a status, follows no redirect; bound to the running sandbox. */
export let http: AxiosInstance;

const open = async (data?: string) => {
	sandbox = await startSandbox({ port: 0, data });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true, maxRedirects: 0 });
};
/** A fresh sandbox for every test of the file that calls this. */
export const useSandbox = () => {
	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'qmark-google-'));
		await open();
	});
	afterEach(async () => {
		await sandbox.close();
		rmSync(folder, { recursive: true, force: true });
	});
};
/** Stops the sandbox and starts one that remembers what the last one called so held. */
export const restart = async () => {
	await sandbox.close();
	await open(join(folder, 'networks.bin'));
};

export const settings = async (google: object) => (await http.post('/_sandbox/settings', { google })).status;
export const pass = (advance: number) => http.post('/_sandbox/clock', { advance });
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

export const ask = (more: Record<string, string> = {}) => ({
	client_id,
	redirect_uri,
	response_type: 'code',
	scope: scopes('gmail.send', 'adwords'),
	state: 'st',
	access_type: 'offline',
	prompt: 'consent',
	...more,
});

/** Agrees on the consent page, without the scopes in `unticked`; answers the query of the redirect. */
export const consent = async (more: Record<string, string> = {}, choices: Record<string, string> = {}, unticked: string[] = []) => {
	const page = await http.get<string>('/accounts.google.com/o/oauth2/v2/auth', { params: ask(more) });
	const filled = readForm(page.data);
	if (!filled) throw new Error(page.data);
	for (const [name, value] of [...filled.fields]) if (unticked.includes(value) && name.startsWith('scopes[')) filled.fields.delete(name);
	for (const [name, value] of Object.entries(choices)) filled.fields.set(name, value);
	const { headers } = await http.post(filled.action, filled.fields);
	return new URL(String(headers.location)).searchParams;
};
export const codeOf = async (...asked: Parameters<typeof consent>) => (await consent(...asked)).get('code') ?? '';
export const token = (fields: Record<string, string>) => http.post('/oauth2.googleapis.com/token', form({ client_id, client_secret, ...fields }));
export const redeem = (code: string, more: Record<string, string> = {}) => token({ grant_type: 'authorization_code', code, redirect_uri, ...more });
export const renew = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token });
export const connect = async (...asked: Parameters<typeof consent>) => (await redeem(await codeOf(...asked))).data;

export const bearer = (value: string, more: Record<string, string> = {}) => ({ headers: { authorization: `Bearer ${value}`, ...more } });
export const raw = (message: string) => Buffer.from(message).toString('base64url');
export const mail = raw('From: me\r\nTo: =?UTF-8?Q?In=C3=AAs?= <ines@example.com>\r\nSubject: =?UTF-8?B?Qm91cXVldHM=?=\r\n\r\nBonjour');
export const send = (access: string, body: object = { raw: mail }) => http.post('/gmail.googleapis.com/gmail/v1/users/me/messages/send', body, bearer(access));
export const profile = (access: string) => http.get('/gmail.googleapis.com/gmail/v1/users/me/profile', bearer(access));
export const customers = (access: string, headers: Record<string, string> = { 'developer-token': developerToken }) =>
	http.get('/googleads.googleapis.com/v25/customers:listAccessibleCustomers', bearer(access, headers));
