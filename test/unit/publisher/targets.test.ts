import type { IDataObject } from 'n8n-workflow';
import { listed } from '../../../nodes/QmarkPublisher/finding';
import { jobsOf } from '../../../nodes/QmarkPublisher/targets';
import { networks } from '../../../nodes/networks';

const accounts = new Map([
	['facebook', '100'],
	['telegram', '@camelia'],
]);

const jobs = (json: IDataObject, otherwise: string[] = ['facebook', 'telegram']) => jobsOf(json, 3, accounts, otherwise);
const shown = (json: IDataObject, otherwise?: string[]) => jobs(json, otherwise).map(({ named, account, found }) => [named, account, ...found.map(({ rule }) => rule)].join(' '));

test.each([
	['the content’s own networks, with the node’s accounts', { targets: 'telegram' }, ['telegram @camelia']],
	['the content’s own accounts', { targets: 'telegram:@autre, facebook:7' }, ['telegram @autre', 'facebook 7']],
	['the node’s networks where it names none', {}, ['facebook 100', 'telegram @camelia']],
	['each target once', { targets: 'facebook, Facebook, facebook:100' }, ['facebook 100']],
	['two accounts of a network', { targets: 'facebook:7 facebook:8' }, ['facebook 7', 'facebook 8']],
	['no account', { targets: 'instagram' }, ['instagram  account']],
	['a network that there is not, beside one that there is', { targets: 'myspace:1|facebook' }, ['myspace 1 network', 'facebook 100']],
	['what cannot be read, told for each target', { targets: 'facebook telegram', publishAt: 'demain' }, ['facebook 100 unreadable', 'telegram @camelia unreadable']],
])('%s', (_, json, expected) => expect(shown({ id: 'A', ...json })).toEqual(expected));

test('a content without any network is one job that tells so', () => {
	expect(jobs({ id: 'A' }, [])).toMatchObject([{ named: '', account: '', found: [{ severity: 'error', field: 'targets', rule: 'network', message: 'The content names no network.', fix: 'Name networks in the content’s `targets`, or tick them in the node.' }] }]);
});

test('a network that there is not is told with those that there are', () => {
	expect(jobs({ id: 'A', targets: 'myspace' })[0]?.found).toEqual([
		{ severity: 'error', field: 'targets', rule: 'network', message: '“myspace” is no network that QMARK publishes on.', limit: [...networks.keys()].join(', '), found: 'myspace', fix: `Name one of ${listed([...networks.keys()])}.` },
	]);
});

test.each([
	[{ id: 'A' }, 'facebook/100/A/'],
	[{ id: 'A', slot: '2027-W05' }, 'facebook/100/A/2027-W05'],
	[{ id: 'a/b', slot: 'c/d' }, 'facebook/100/a%2Fb/c%2Fd'],
	[{ content: { id: 'inner' }, id: 'outer' }, 'facebook/100/inner/'],
	[{ content: 'Rose', id: 'outer' }, 'facebook/100/outer/'],
	[{ content: { text: 'Rose' }, id: 'outer' }, 'facebook/100/outer/'],
])('the key of %j is %s', (json, key) => expect(jobs(json, ['facebook']).map((job) => [job.key, job.index])).toEqual([[key, 3]]));
