import { operations } from '../../../nodes/QmarkGmail/operations';
import { scopesOf } from '../../../nodes/QmarkTokenGuard/permissions';
import { connect, newConnection } from '../../support/connection';
import { network } from '../tokens/networks';
import { guard, useSandbox } from '../tokens/stage';

const sandbox = useSandbox();

async function connected(access: 'full' | 'send') {
	const { type, app } = network('Gmail');
	const connection = newConnection(type, { ...app, access, gateway: sandbox().origin });
	await connect(connection);
	return connection;
}

const neededBy = (resource: string, operation: string) => (scopesOf({ name: 'Mail', type: 'n8n-nodes-qmark.qmarkGmail', parameters: { resource, operation } }) ?? []).join(' ');

test('every operation says what it needs', () => {
	for (const { resource, operation } of operations.filter(({ resource }) => resource !== 'campaign')) expect([resource, operation, neededBy(resource, operation)]).toEqual([resource, operation, expect.stringMatching(/^https:\/\/www\.googleapis\.com\/auth\/gmail\.(send|modify)$/)]);
});

test('“Send Only” is enough to send and for nothing else; “Full” is enough for both', async () => {
	const send = await connected('send');
	expect(await guard(send, 'check', { requiredPermissions: neededBy('message', 'send') })).toMatchObject({ state: 'ok', missingPermissions: [] });
	expect(await guard(send, 'check', { requiredPermissions: neededBy('message', 'getAll') })).toMatchObject({ state: 'missing-permission', missingPermissions: ['https://www.googleapis.com/auth/gmail.modify'] });
	const full = await connected('full');
	expect(await guard(full, 'check', { requiredPermissions: `${neededBy('message', 'send')} ${neededBy('draft', 'create')}` })).toMatchObject({ state: 'ok', missingPermissions: [] });
});
