import { ines, openInbox, pageId } from '../operations/messenger/inbox';
import type { Inbox } from '../operations/messenger/inbox';
import type { Call } from '../operations/facebook/florist';
import { runSdk } from './sdk/run';

/**
 * Meta's own SDK is the oracle: it drives the sandbox, which proves the sandbox; and the same action done by the node
 * must put an equivalent request on the wire, which proves the node.
 */
interface Listed {
	id: string;
	message: string;
	from: { id: string };
	attachments?: { data: { image_data?: { url: string } }[] };
}

interface Answers {
	sent: { recipient_id: string; message_id: string };
	kept: string;
	photo: { message_id: string };
	action: { recipient_id: string };
	thread: { id: string; participants: { data: { id: string }[] } };
	newest: Listed[];
	second: Listed[];
}

const text = 'Oui, jusqu’à 19 h';
let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => {
	await inbox.sandbox.reset();
	await inbox.does({ text: 'Bonjour' });
	await inbox.does({ channel: 'instagram', text: 'Bonjour' });
});
afterAll(async () => await inbox.sandbox.close());

/** Objects are JSON text in forms; the SDK repeats the path's `id` among the parameters. IDs that the network gives out differ from run to run. */
const normal = ({ path, query, body }: Call) => {
	const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/"attachment_id":"\d+"/, '"attachment_id":"{id}"');
	const parameters = Object.entries({ ...query, ...body }).filter(([name, value]) => !/token|proof|^id$/.test(name) && value !== '');
	return { path, parameters: Object.fromEntries(parameters.map(([name, value]) => [name, asText(value)])) };
};

describe.each(['messenger', 'instagram'] as const)('on %s', (channel) => {
	const drive = async () => await runSdk<Answers>('messenger', { ...inbox.access(), page: pageId, person: ines[channel].recipient, platform: channel, text, photoUrl: inbox.sample('dahlia-cafe.jpg') });

	test('the SDK answers, keeps a file and reads in the sandbox', async () => {
		const { result, refusal } = await drive();
		expect(refusal).toBeUndefined();
		expect(result?.sent).toMatchObject({ recipient_id: ines[channel].recipient, message_id: expect.any(String) });
		expect(result?.kept).toMatch(/^\d+$/);
		expect(result?.action).toEqual({ recipient_id: ines[channel].recipient });
		expect(result?.thread.participants.data.map(({ id }) => id)).toContain(ines[channel].recipient);
		expect(result?.newest).toMatchObject([{ id: result?.photo.message_id, attachments: { data: [{ image_data: { url: expect.stringMatching(/^http/) } }] } }]);
		expect(result?.second).toMatchObject([{ id: result?.sent.message_id, message: text }]);
	});

	test('the node puts the same requests on the wire as the SDK', async () => {
		const { result } = await drive();
		const bySdk = (await inbox.posts()).filter(({ path }) => path.endsWith('/messages')).map(normal);
		const kept = String(result?.kept);
		await inbox.one({ ...ines[channel], resource: 'message', operation: 'sendText', text, options: {} });
		await inbox.one({ ...ines[channel], resource: 'message', operation: 'sendMedia', mediaType: 'image', source: 'attachmentId', attachmentIds: kept, options: {} });
		await inbox.one({ ...ines[channel], resource: 'message', operation: 'sendAction', action: 'typing_on' });
		const byNode = (await inbox.posts()).filter(({ path }) => path.endsWith('/messages')).map(normal).slice(bySdk.length);
		expect(bySdk).toHaveLength(3);
		expect(byNode).toEqual(bySdk);
	});
});

test('a closed window reaches the SDK in Meta’s envelope', async () => {
	await inbox.sandbox.advance(25 * 3600);
	const { refusal } = await runSdk('messenger', { ...inbox.access(), page: pageId, person: ines.messenger.recipient, platform: 'messenger', text, photoUrl: '' });
	expect(refusal).toMatchObject({ code: 10, error_subcode: 2018278, message: expect.stringMatching(/^\(#10\) This message is sent outside of allowed window/) });
});
