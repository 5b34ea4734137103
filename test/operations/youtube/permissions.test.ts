import { operations } from '../../../nodes/QmarkYouTube/operations';
import { scopesOf } from '../../../nodes/QmarkTokenGuard/permissions';
import { youtube } from '../../../nodes/platforms/youtube';
import { connect, newConnection } from '../../support/connection';
import { network } from '../tokens/networks';
import { guard, useSandbox } from '../tokens/stage';

const sandbox = useSandbox();

async function connected(...features: string[]) {
	const { type, app } = network('YouTube');
	const connection = newConnection(type, { ...app, features, gateway: sandbox().origin });
	await connect(connection);
	return connection;
}

const neededBy = (resource: string, operation: string) => (scopesOf({ name: 'Channel', type: 'n8n-nodes-qmark.qmarkYouTube', parameters: { resource, operation } }) ?? []).join(' ');
const all = (reports: boolean) => [...new Set(operations.filter(({ resource }) => (resource === 'analytics') === reports).flatMap(({ scopes = [] }) => scopes))].join(' ');

test('every operation says what it needs', () => {
	for (const { resource, operation } of operations) expect([resource, operation, neededBy(resource, operation)]).toEqual([resource, operation, expect.stringMatching(/^https:\/\/www\.googleapis\.com\/auth\/(youtube|yt-analytics)/)]);
});

test('“Videos and Playlists” is enough for all but the reports, nothing ticked for reading', async () => {
	const manage = await connected('manage');
	expect(await guard(manage, 'check', { requiredPermissions: all(false) })).toMatchObject({ state: 'ok', missingPermissions: [] });
	expect(await guard(manage, 'check', { requiredPermissions: all(true) })).toMatchObject({ state: 'missing-permission', missingPermissions: [youtube.scopes.analytics] });
	const reading = await connected();
	expect(await guard(reading, 'check', { requiredPermissions: neededBy('video', 'getAll') })).toMatchObject({ state: 'ok' });
	expect(await guard(reading, 'check', { requiredPermissions: neededBy('video', 'upload') })).toMatchObject({ missingPermissions: [youtube.scopes.upload] });
	expect(await guard(await connected('analytics'), 'check', { requiredPermissions: all(true) })).toMatchObject({ state: 'ok' });
});

test('a wider permission holds the narrower ones, also where their boxes were unticked', async () => {
	await sandbox().settings({ google: { declinedScopes: [youtube.scopes.read, youtube.scopes.upload] } });
	expect(await guard(await connected('manage'), 'check', { requiredPermissions: all(false) })).toMatchObject({ state: 'ok', missingPermissions: [] });
});

test('what would stop a node although its permissions are there', async () => {
	const connection = await connected('manage');
	const findings = async () => (await guard(connection, 'check', { nodeParameters: JSON.stringify({ resource: 'video', operation: 'upload' }) })).findings;
	expect(await findings()).toEqual([]);
	await sandbox().settings({ google: { withoutChannel: true } });
	expect(await findings()).toEqual([{ problem: 'account-type', message: 'The connected Google account has no YouTube channel.', fix: 'Create one on youtube.com, or connect the account that has it.' }]);
});
