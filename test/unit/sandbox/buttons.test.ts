import axios from 'axios';
import { startSandbox } from '../../../sandbox/networks/server';
import { seed } from '../../../sandbox/networks/seed';

test('the timeline shows the buttons of a message that lead somewhere', async () => {
	const { origin, close } = await startSandbox({ port: 0 });
	const keyboard = { inline_keyboard: [[{ text: 'Open the form', url: 'https://n8n.example/form' }, { text: 'Later', callback_data: 'later' }]] };
	await axios.post(`${origin}/api.telegram.org/bot${seed.telegram.token}/sendMessage`, { chat_id: seed.telegram.customer.id, text: 'To approve', reply_markup: keyboard });
	const { data } = await axios.get<object[]>(`${origin}/timeline.json`);
	expect(data).toMatchObject([{ text: 'To approve', buttons: [{ text: 'Open the form', url: 'https://n8n.example/form' }] }]);
	await close();
});
