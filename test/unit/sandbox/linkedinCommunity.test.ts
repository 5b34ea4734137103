import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { giveConsent } from '../../../sandbox/n8n/consent';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';

const { clientId, clientSecret, organization } = seed.linkedin;
const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const scopes = 'r_basicprofile w_member_social w_organization_social r_organization_social rw_organization_admin w_member_social_feed w_organization_social_feed r_organization_social_feed';
const page = `urn:li:organization:${organization.id}`;
const encoded = encodeURIComponent(page);

let folder: string;
let sandbox: Sandbox;
let token: string;

const open = async () => void (sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') }));
const rest = async (method: string, path: string, data?: object, headers: object = {}) =>
	await axios.request({ baseURL: `${sandbox.origin}/api.linkedin.com`, method, url: path, data, validateStatus: () => true, headers: { authorization: `Bearer ${token}`, 'linkedin-version': '202609', 'x-restli-protocol-version': '2.0.0', ...headers } });
const connect = async (scope = scopes) => {
	const dialog = new URLSearchParams({ client_id: clientId, redirect_uri, response_type: 'code', scope, state: 'any' });
	const code = new URL(await giveConsent(`${sandbox.origin}/www.linkedin.com/oauth/v2/authorization?${dialog}`, redirect_uri)).searchParams.get('code') ?? '';
	const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, grant_type: 'authorization_code', code, redirect_uri });
	token = (await axios.post(`${sandbox.origin}/www.linkedin.com/oauth/v2/accessToken`, form)).data.access_token;
};
const posted = async () => {
	const distribution = { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] };
	const { headers } = await rest('POST', '/rest/posts', { author: page, commentary: 'Bonjour', visibility: 'PUBLIC', distribution, lifecycleState: 'PUBLISHED', isReshareDisabledByAuthor: false });
	return String(headers['x-restli-id']);
};
const comments = (urn: string) => `/rest/socialActions/${encodeURIComponent(urn).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}/comments`;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-linkedin-'));
	await open();
	await connect();
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

test('comments, reactions and closed threads are there after a restart', async () => {
	const post = await posted();
	const { data } = await rest('POST', comments(post), { actor: page, object: post, message: { text: 'Bonsoir' } });
	await rest('POST', `/rest/reactions?actor=${encoded}`, { root: data.commentUrn, reactionType: 'LIKE' });
	await sandbox.close();
	await open();
	expect((await rest('GET', comments(post))).data).toMatchObject({ paging: { total: 1 }, elements: [{ commentUrn: data.commentUrn, likesSummary: { totalLikes: 1 } }] });
	await rest('POST', `/rest/socialMetadata/${encodeURIComponent(post)}?actor=${encoded}`, { patch: { $set: { commentsState: 'CLOSED' } } }, { 'x-restli-method': 'PARTIAL_UPDATE' });
	await sandbox.close();
	await open();
	expect((await rest('POST', comments(post), { actor: page, object: post, message: { text: 'Encore' } })).data).toMatchObject({ code: 'COMMENTS_CLOSED' });
});

describe('refused', () => {
	const end = Math.floor(Date.now() / 86_400_000) * 86_400_000;
	const range = `(timeRange:(start:${end - 86_400_000},end:${end}),timeGranularityType:DAY)`;
	const finder = `q=organizationalEntity&organizationalEntity=${encoded}`;
	test.each([
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&timeIntervals=${range}`, undefined, 200],
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&timeIntervals=${encodeURIComponent(range)}`, undefined, 400],
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&timeIntervals.timeRange.start=1`, undefined, 400],
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&timeIntervals=${range.replace('DAY', 'WEEK')}`, undefined, 400],
		['GET', `/rest/organizationalEntityFollowerStatistics?${finder}&timeIntervals=${range.replace('DAY', 'WEEK')}`, undefined, 200],
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&shares=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)`, undefined, 200],
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&shares=List(urn:li:share:1)`, undefined, 400],
		['GET', `/rest/organizationalEntityShareStatistics?${finder}&ugcPosts=List(urn%3Ali%3Ashare%3A1)`, undefined, 400],
		['GET', `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${page}`, undefined, 400],
		['GET', '/rest/networkSizes/urn%3Ali%3Aorganization%3A5500001?edgeType=CompanyFollowedByMember', undefined, 400],
		['GET', '/rest/socialActions/urn:li:share:1/comments', undefined, 400],
		['GET', '/rest/socialActions/urn%3Ali%3Aimage%3A1/comments', undefined, 400],
		['GET', '/rest/reactions/(entity:urn:li:share:1)?q=entity', undefined, 400],
		['POST', `/rest/reactions?actor=${encoded}`, { root: 'urn:li:share:1', reactionType: 'MAYBE' }, 400],
		['POST', `/rest/reactions?actor=${encoded}`, { root: 'urn:li:share:1', reactionType: 'LIKE', at: 1 }, 422],
		['POST', comments('urn:li:share:1'), { actor: page, object: 'urn:li:share:1', message: { text: 'a' } }, 404],
	])('%s %s %j: %i', async (method, path, body, status) => {
		expect((await rest(method, path, body)).status).toBe(status);
	});

	test('a call without a version, and a change without its method', async () => {
		const post = await posted();
		expect((await rest('GET', comments(post), undefined, { 'linkedin-version': undefined })).data).toMatchObject({ code: 'VERSION_MISSING' });
		const { data } = await rest('POST', comments(post), { actor: page, object: post, message: { text: 'Bonsoir' } });
		expect((await rest('POST', `${comments(post)}/${data.id}?actor=${encoded}`, { patch: { message: { $set: { text: 'a' } } } })).status).toBe(400);
	});

	test('the permissions to post are not enough to comment', async () => {
		await connect(scopes.replace(/ \w+_feed/g, ''));
		const post = await posted();
		for (const [method, path, body] of [['POST', comments(post), { actor: page, object: post, message: { text: 'a' } }], ['GET', comments(post), undefined]] as const) {
			expect((await rest(method, path, body)).data).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
		}
	});
});
