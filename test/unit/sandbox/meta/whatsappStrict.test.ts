import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { World } from './open';

const { whatsapp } = seed.meta;
const headers = { authorization: `Bearer ${seedTokens.systemUser}` };

let world: World;
beforeAll(async () => {
	world = await World.open();
});
afterAll(async () => await world.close());

const send = async (message: object) => await world.http.post(`/graph.facebook.com/v25.0/${whatsapp.phoneNumberId}/messages`, { messaging_product: 'whatsapp', to: '33600000009', ...message }, { headers });
const interactive = (more: object) => ({ type: 'interactive', interactive: { body: { text: 'a' }, ...more } });
const reply = (id: string, title = id) => ({ type: 'reply', reply: { id, title } });
const list = (sections: object[]) => interactive({ type: 'list', action: { button: 'b', sections } });
const flow = (parameters: object) => interactive({ type: 'flow', action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'a', ...parameters } } });
const template = (name: string, code: string, components: object[]) => ({ type: 'template', template: { name, language: { code }, components } });

/** What Meta refuses, in `error_data.details` or in the message. */
it.each([
	['an unknown parameter', { type: 'text', text: { body: 'a' }, colour: 'red' }, /Unknown parameter: colour/],
	['an unknown key', { type: 'text', text: { body: 'a', colour: 'red' } }, /Unexpected key "colour" on param text/],
	['an unknown kind', { type: 'poll' }, /Param type must be one of/],
	['no content', { type: 'image' }, /The parameter image is required/],
	['two contents', { type: 'text', text: { body: 'a' }, image: { link: 'https://a.example/a.jpg' } }, /Unexpected key "image" on a message of type text/],
	['a long text', { type: 'text', text: { body: 'a'.repeat(4097) } }, /text\['body'\] must be at most 4096/],
	['an ID and a link', { type: 'image', image: { id: '1', link: 'https://a.example' } }, /Param image must have exactly one of {id, link}/],
	['a file that does not exist', { type: 'image', image: { id: '1' } }, /Media 1 does not exist/],
	['a caption of a sound', { type: 'audio', audio: { link: 'https://a.example', caption: 'a' } }, /Unexpected key "caption" on param audio/],
	['a place off the earth', { type: 'location', location: { latitude: 91, longitude: 0 } }, /location\['latitude'\] must be a number from -90 to 90/],
	['a contact with half a name', { type: 'contacts', contacts: [{ name: { formatted_name: 'a' } }] }, /needs formatted_name and at least one other part/],
	['six contacts', { type: 'contacts', contacts: Array.from({ length: 6 }, () => ({ name: { formatted_name: 'a', first_name: 'a' } })) }, /array of 1 to 5/],
	['four buttons', interactive({ type: 'button', action: { buttons: ['a', 'b', 'c', 'd'].map((id) => reply(id)) } }), /array of 1 to 3/],
	['a button twice', interactive({ type: 'button', action: { buttons: [reply('a', 'x'), reply('b', 'x')] } }), /same ID or title twice/],
	['a long button', interactive({ type: 'button', action: { buttons: [reply('a', 'a'.repeat(21))] } }), /at most 20/],
	['eleven rows', list([{ title: 'a', rows: Array.from({ length: 10 }, (_, id) => ({ id: `${id}`, title: 'a' })) }, { title: 'b', rows: [{ id: 'x', title: 'a' }] }]), /at most 10 rows/],
	['sections without titles', list([{ rows: [{ id: 'x', title: 'a' }] }, { rows: [{ id: 'y', title: 'a' }] }]), /need a title/],
	['an image over a list', interactive({ type: 'list', header: { type: 'image', image: { id: '1' } }, action: { button: 'b', sections: [{ rows: [{ id: 'x', title: 'a' }] }] } }), /header/],
	['a flow with two names', flow({ flow_id: '1', flow_name: 'a' }), /exactly one of {flow_id, flow_name}/],
	['another kind of interaction', interactive({ type: 'poll', action: {} }), /interactive\['type'\] must be one of/],
	['a user ID that is none', { to: undefined, recipient: 'nobody', type: 'text', text: { body: 'a' } }, /is no business-scoped user ID/],
	['a national number', { to: '0612345678', type: 'text', text: { body: 'a' } }, /is no phone number with a country code/],
	['a read receipt with a text', { status: 'read', message_id: 'wamid.1', type: 'text', text: { body: 'a' } }, /on a read receipt/],
	['a message with a message ID', { message_id: 'wamid.1', type: 'text', text: { body: 'a' } }, /Unexpected key "message_id" on a message/],
	['a template’s tab', template('order_ready', 'fr', [{ type: 'body', parameters: ['a\tb', 'c', 'd'].map((text) => ({ type: 'text', text })) }]), /new-line\/tab/],
	['a name where the template has numbers', template('order_ready', 'fr', [{ type: 'body', parameters: ['a', 'b', 'c'].map((text) => ({ type: 'text', text, parameter_name: text })) }]), /positional parameters/],
	['no name where it has names', template('appointment', 'en_US', [{ type: 'header', parameters: [{ type: 'text', text: 'a' }] }]), /Parameter name is missing/],
	['a button of another kind', template('hello_world', 'en_US', [{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'a' }] }]), /not of type url/],
])('refuses %s', async (_, message, says) => {
	const { status, data } = await send(message);
	expect(status).toBe(400);
	expect(`${data.error.message} ${data.error.error_data?.details ?? ''}`).toMatch(says);
	expect(await world.timeline()).toEqual([]);
});

it('takes no file of a kind that WhatsApp does not know', async () => {
	const form = new FormData();
	form.append('messaging_product', 'whatsapp');
	form.append('type', 'application/zip');
	form.append('file', new Blob(['PK'], { type: 'application/zip' }), 'a.zip');
	const { data } = await world.http.post(`/graph.facebook.com/v25.0/${whatsapp.phoneNumberId}/media`, form, { headers });
	expect(data.error).toMatchObject({ code: 100, message: expect.stringContaining("Received file of type 'application/zip'") });
});
