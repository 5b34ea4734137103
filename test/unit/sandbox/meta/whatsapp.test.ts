import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { World } from './open';

const { whatsapp } = seed.meta;

let world: World;
beforeEach(async () => {
	world = await World.open();
});
afterEach(async () => await world.close());

const hello = { messaging_product: 'whatsapp', to: '+33 6 12 34 56 78', type: 'text', text: { body: 'Votre bouquet est prêt' } };
const send = async (message: object, token: string = seedTokens.systemUser) =>
	await world.http.post(`/graph.facebook.com/v25.0/${whatsapp.phoneNumberId}/messages`, message, { headers: { authorization: `Bearer ${token}` } });

it.each([seedTokens.systemUser, seedTokens.user])('sends a text with %s', async (token) => {
	expect((await send(hello, token)).data).toEqual({
		messaging_product: 'whatsapp',
		contacts: [{ input: '+33 6 12 34 56 78', wa_id: '33612345678' }],
		messages: [{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }],
	});
	const [entry] = await world.timeline();
	expect(entry).toMatchObject({ network: 'whatsapp', account: whatsapp.name, kind: 'text', text: 'Votre bouquet est prêt' });
	await world.restart();
	expect((await world.http.get(entry?.url ?? '')).data).toContain('Votre bouquet est prêt');
});

it('lists the numbers of the business', async () => {
	const { data } = await world.get(`/graph.facebook.com/v25.0/${whatsapp.businessAccountId}/phone_numbers`, { access_token: seedTokens.systemUser });
	expect(data.data).toEqual([
		{ id: whatsapp.phoneNumberId, verified_name: whatsapp.name, display_phone_number: whatsapp.number, quality_rating: 'GREEN' },
	]);
});

it('refuses page tokens, missing permissions and messages it cannot send', async () => {
	expect((await send(hello, seedTokens.page)).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	expect((await send({ ...hello, messaging_product: undefined })).data.error.code).toBe(100);
	expect((await send({ ...hello, to: 'Inês' })).data.error.error_data.details).toContain('Inês is no phone number');
	expect((await send({ ...hello, text: {} })).data.error.error_data.details).toContain("text['body'] is required");
	await world.settings({ meta: { dropScopes: ['whatsapp_business_messaging'] } });
	expect((await send(hello, seedTokens.user)).data.error).toMatchObject({ code: 200 });
	expect(await world.timeline()).toEqual([]);
});
