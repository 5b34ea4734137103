import { QmarkFacebook } from '../../nodes/QmarkFacebook/QmarkFacebook.node';
import { QmarkTelegram } from '../../nodes/QmarkTelegram/QmarkTelegram.node';
import { runNode } from '../support/context';
import { metaCredential } from '../support/sandbox';

const items = [{ json: { n: 1 } }, { json: { n: 2 } }];
const nowhere = 'http://127.0.0.1:1';
const text = { resource: 'post', operation: 'createText', page: { __rl: true, mode: 'id', value: '1' }, message: 'Bonjour' };

const unconnected = { qmarkMetaOAuth2Api: { ...metaCredential(nowhere).qmarkMetaOAuth2Api, oauthTokenData: {} } };

test('a credential that was never connected says so', async () => {
	const run = runNode({ node: new QmarkFacebook(), parameters: text, credentials: unconnected, items });
	await expect(run).rejects.toMatchObject({ description: 'Open the credential and click Connect.', failure: { cause: 'credential-invalid' } });
});

test('with Continue On Fail every item carries the failure: none passes for a success', async () => {
	const output = await runNode({ node: new QmarkFacebook(), parameters: text, credentials: unconnected, items, continueOnFail: true });
	expect(output.map(({ json, pairedItem }) => ({ json, pairedItem }))).toMatchObject([
		{ json: { error: expect.stringContaining('not connected'), details: { verdict: 'reconnect' } }, pairedItem: { item: 0 } },
		{ json: { details: { verdict: 'reconnect' } }, pairedItem: { item: 1 } },
	]);
});

test('the same without any credential, and for an operation that does not exist', async () => {
	const missing = await runNode({ node: new QmarkTelegram(), parameters: { resource: 'bot', operation: 'getMe' }, credentials: {}, items, continueOnFail: true });
	expect(missing).toHaveLength(2);
	expect(missing[0]?.json).toHaveProperty('error');
	const unknown = runNode({ node: new QmarkTelegram(), parameters: { resource: 'bot', operation: 'fly' }, credentials: {}, items });
	await expect(unknown).rejects.toMatchObject({ message: expect.stringContaining('no operation “fly”'), description: 'Open the node and choose an operation.' });
});
