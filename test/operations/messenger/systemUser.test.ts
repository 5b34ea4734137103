import { QmarkMessenger } from '../../../nodes/QmarkMessenger/QmarkMessenger.node';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { seed } from '../../../sandbox/networks/seed';
import { runNode, searchList } from '../../support/context';
import { ines, openInbox, pageId } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
afterAll(async () => await inbox.sandbox.close());

const connected = () => ({
	node: new QmarkMessenger(),
	credentials: { qmarkMetaSystemUserApi: { accessToken: seedTokens.systemUser, clientSecret: seed.meta.appSecret, gateway: inbox.sandbox.origin, graphVersion: 'v25.0' } },
});
const authentication = 'qmarkMetaSystemUserApi';

test('a business’s own token sends as the page, with its proof', async () => {
	await inbox.sandbox.settings({ meta: { requireAppSecretProof: true } });
	await inbox.does({ text: 'Bonjour' });
	const parameters = { authentication, page: { __rl: true, mode: 'id', value: pageId }, ...ines.messenger, resource: 'message', operation: 'sendText', text: 'Oui', options: {} };
	const [item] = await runNode({ ...connected(), parameters });
	expect(item?.json).toMatchObject({ channel: 'messenger', message_id: expect.stringMatching(/^m_/) });
	expect(await inbox.sandbox.timeline()).toHaveLength(1);
});

test('and lists the pages it may act as', async () => {
	const pages = await searchList({ ...connected(), parameters: { authentication } }, 'searchPages');
	expect(pages.map(({ value }) => value)).toEqual([pageId, seed.meta.secondPage.id]);
});
