import axios, { type AxiosInstance } from 'axios';
import { seed } from '../../sandbox/networks/seed';
import { googleAdsCredential } from '../support/google';
import { openSandbox, type Sandbox } from '../support/sandbox';
import { assertError, assertMessage, assertRequest, assertResponse } from './protos';

const { customerId, managerId } = seed.google;

type Json = Record<string, unknown>;
interface ErrorOf {
	errorCode: Record<string, string>;
	message: string;
	location?: { fieldPathElements: { fieldName: string; index?: number }[] };
	details?: Json;
}

/** A client of the sandbox's Google Ads whose every request and answer is held against Google's own messages. */
export class AdsClient {
	sandbox!: Sandbox;
	private http!: AxiosInstance;

	async start(): Promise<void> {
		this.sandbox = await openSandbox();
		await this.login();
	}
	async stop(): Promise<void> {
		await this.sandbox.close();
	}
	private async login(): Promise<void> {
		const { qmarkGoogleAdsOAuth2Api: { oauthTokenData = {} } = {} } = await googleAdsCredential(this.sandbox.origin);
		const token = typeof oauthTokenData === 'object' && 'access_token' in oauthTokenData ? String(oauthTokenData.access_token) : '';
		this.http = axios.create({ baseURL: `${this.sandbox.origin}/googleads.googleapis.com`, headers: { authorization: `Bearer ${token}`, 'login-customer-id': managerId }, validateStatus: () => true });
	}
	/** All is as in the beginning; `google` are settings. */
	async reset(google: Json = {}): Promise<void> {
		await this.sandbox.reset();
		await this.set(google);
		await this.login();
	}
	set = async (google: Json): Promise<void> => void (await this.sandbox.settings({ google }));

	/** Clock milliseconds of the sandbox. */
	now = async (): Promise<number> => Date.parse((await axios.get<{ now: string }>(`${this.sandbox.origin}/_sandbox/clock`)).data.now);

	async call(path: string, body?: Json, headers: Record<string, string> = {}): Promise<{ status: number; data: Json }> {
		const url = `/v25/${path}`;
		if (body) assertRequest(url, body);
		const { status, data } = body ? await this.http.post<Json>(url, body, { headers }) : await this.http.get<Json>(url, { headers });
		if (status === 200) assertResponse(body ? url : `GET ${url}`, data);
		else assertError(data);
		return { status, data };
	}
	post = async (path: string, body: Json, customer: string = customerId): Promise<{ status: number; data: Json }> => await this.call(`customers/${customer}/${path}`, body);

	/** Without a look at the messages: for what does not stand in them. */
	raw = async (path: string, body: unknown, headers: Record<string, string> = {}) => await this.http.post(path, body, { headers });

	async search(query: string, customer: string = customerId): Promise<Json[]> {
		const rows: Json[] = [];
		for (let pageToken: unknown = ''; pageToken !== undefined; ) {
			const { status, data } = await this.post('googleAds:search', { query, ...(pageToken ? { pageToken } : {}) }, customer);
			if (status !== 200) throw new Error(JSON.stringify(data));
			rows.push(...listOf(data.results));
			pageToken = data.nextPageToken;
		}
		return rows;
	}
	async stream(body: Json, customer: string = customerId): Promise<{ status: number; data: Json[] }> {
		assertRequest(`/v25/customers/${customer}/googleAds:searchStream`, body);
		const { status, data } = await this.http.post<Json[]>(`/v25/customers/${customer}/googleAds:searchStream`, body);
		for (const chunk of data) if (status === 200) assertMessage('services.SearchGoogleAdsStreamResponse', chunk);
			else assertError(chunk);
		return { status, data };
	}
	/** How often a text comes in a stream that is too long to be kept, and how much of it came at once. */
	async countStreamed(body: Json, text: string, customer: string = customerId): Promise<{ rows: number; longestChunk: number }> {
		const { data } = await this.http.post<AsyncIterable<Buffer>>(`/v25/customers/${customer}/googleAds:searchStream`, body, { responseType: 'stream' });
		let [rows, longestChunk, rest] = [0, 0, ''];
		for await (const chunk of data) {
			const whole = rest + chunk.toString('latin1');
			rows += whole.split(text).length - 1;
			rest = whole.slice(-text.length + 1);
			longestChunk = Math.max(longestChunk, chunk.length);
		}
		return { rows, longestChunk };
	}
	/** `family.CODE` of each error of a refused query. */
	refusal = async (query: string, customer: string = customerId): Promise<string[]> => codesOf((await this.post('googleAds:search', { query }, customer)).data);
	/** The same of a mutate, where it may also stand inside an answer. */
	refused = async (path: string, ...operations: Json[]): Promise<string[]> => codesOf((await this.post(path, { operations })).data);
}

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const isError = (value: Json): value is Json & ErrorOf => isJson(value.errorCode) && typeof value.message === 'string';

export function errorsOf(body: Json): ErrorOf[] {
	const holder = isJson(body.error) ? body.error : isJson(body.partialFailureError) ? body.partialFailureError : {};
	return listOf(holder.details).flatMap(({ errors }) => listOf(errors).filter(isError));
}
export const codesOf = (body: Json): string[] => errorsOf(body).map(({ errorCode }) => Object.entries(errorCode).map((pair) => pair.join('.'))[0] ?? '');
/** `operations[1].create.name` */
export const placeOf = ({ location }: ErrorOf): string => (location?.fieldPathElements ?? []).map(({ fieldName, index }) => (index === undefined ? fieldName : `${fieldName}[${index}]`)).join('.');
/** A number in a row: `metrics.costMicros`. */
export const numberAt = (row: Json, path: string): number => Number(path.split('.').reduce<unknown>((value, step) => (isJson(value) ? value[step] : undefined), row) ?? 0);
export const textAt = (row: Json, path: string): string => String(path.split('.').reduce<unknown>((value, step) => (isJson(value) ? value[step] : undefined), row) ?? '');
