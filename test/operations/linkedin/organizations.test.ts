import type { Operation } from '../../../nodes/core/operation';
import { operations } from '../../../nodes/QmarkLinkedIn/operations';
import { QmarkLinkedIn } from '../../../nodes/QmarkLinkedIn/QmarkLinkedIn.node';
import { seed } from '../../../sandbox/networks/seed';
import { resolved } from '../../support/credentialTypes';
import { camille, openPage, page } from './page';
import type { Page } from './page';

let linkedin: Page;
beforeAll(async () => (linkedin = await openPage()));
beforeEach(async () => await linkedin.begin());
afterAll(async () => await linkedin.close());

const { id, name } = seed.linkedin.organization;

test('one organization, by its ID, its URN or its address', async () => {
	for (const organization of [id, page, `https://www.linkedin.com/company/${id}/`]) {
		expect(await linkedin.one('organization:get', { organization })).toMatchObject({ urn: page, id: Number(id), localizedName: name, staffCountRange: 'SIZE_2_TO_10' });
	}
	expect((await linkedin.calls('/organizations/')).map(({ path }) => path)).toEqual(Array.from({ length: 3 }, () => `/rest/organizations/${id}`));
});

test('those that the member administers, with their names or without', async () => {
	expect(await linkedin.run('organization:getAll', { returnAll: true })).toEqual([{ organization: page, id, name, role: 'ADMINISTRATOR', state: 'APPROVED', roleAssignee: camille }]);
	expect((await linkedin.calls('/organizationAcls'))[0]).toMatchObject({ query: { q: 'roleAssignee', role: 'ADMINISTRATOR', state: 'APPROVED', start: '0', count: '100' } });
	expect(await linkedin.run('organization:getAll', { returnAll: true, role: 'any', named: false })).toEqual([{ organization: page, id, role: 'ADMINISTRATOR', state: 'APPROVED', roleAssignee: camille }]);
	expect((await linkedin.calls('/organizationAcls'))[1]?.query).not.toHaveProperty('role');
	expect(await linkedin.calls('/organizations/')).toHaveLength(1);
});

test('by the older name of the field too', async () => {
	const elements = [{ role: 'ADMINISTRATOR', state: 'APPROVED', roleAssignee: camille, organizationalTarget: page }];
	await linkedin.fault({ match: '/organizationAcls', kind: 'status', status: 200, body: { paging: { start: 0, count: 100, links: [] }, elements } });
	expect(await linkedin.run('organization:getAll', { returnAll: true, named: false })).toMatchObject([{ organization: page, id }]);
});

test('how many follow it', async () => {
	expect(await linkedin.one('organization:getFollowerCount', { organization: { mode: 'id', value: id } })).toEqual({ organization: page, followers: 1284 });
	expect((await linkedin.calls('/networkSizes'))[0]).toMatchObject({ path: `/rest/networkSizes/${encodeURIComponent(page)}`, query: { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' } });
});

test('what is no organization, and one that there is not', async () => {
	expect(await linkedin.failure('organization:get', { organization: 'urn:li:person:1' })).toMatchObject({ error: 'Organization: “urn:li:person:1” is no organization.' });
	expect(await linkedin.calls('/rest/')).toEqual([]);
	for (const operation of ['organization:get', 'organization:getFollowerCount']) {
		expect(await linkedin.failure(operation, { organization: '1' })).toMatchObject({ details: { verdict: 'fix-input', code: 'RESOURCE_NOT_FOUND' } });
	}
});

test('one who administers none sees the public part', async () => {
	await linkedin.begin({ member: 1 });
	expect(await linkedin.run('organization:getAll', { returnAll: true })).toEqual([]);
	expect(await linkedin.one('organization:get', { organization: id })).not.toHaveProperty('staffCountRange');
});

test('each kind of app is asked for what the operations that it takes need', () => {
	const [member, community] = ['member', 'community'].map((appType) => String(resolved('qmarkLinkedInOAuth2Api', { appType }).scope).split(' '));
	const lacking = (asked: readonly string[], some: readonly Operation[]) => some.flatMap(({ scopes = [] }) => scopes).filter((scope) => !asked.includes(scope));
	expect(lacking(community ?? [], operations)).toEqual([]);
	expect(lacking(member ?? [], operations.filter(({ resource, operation }) => resource === 'account' || (resource === 'post' && !operation.startsWith('get'))))).toEqual([]);
	expect(new QmarkLinkedIn().description.credentials).toEqual([{ name: 'qmarkLinkedInOAuth2Api', required: true }]);
});
