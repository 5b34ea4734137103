import { createServer } from 'node:http';
import { runNode } from '../support/context';
import { QmarkTelegram } from '../../nodes/QmarkTelegram/QmarkTelegram.node';

test('send', async () => {
	const server = createServer((req, res) => {
		let b = '';
		req.on('data', (d) => (b += d));
		req.on('end', () => { res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({ ok: true, result: { got: JSON.parse(b), url: req.url } })); });
	});
	await new Promise<void>((r) => server.listen(0, r));
	const a = server.address();
	const port = typeof a === 'object' && a ? a.port : 0;
	const base = { node: new QmarkTelegram(), credentials: { qmarkTelegramApi: { accessToken: '1:abcdefghijkl', baseUrl: `http://127.0.0.1:${port}`, messagesPerSecond: 1000 } } };
	const out = await runNode({ ...base, parameters: { resource: 'message', operation: 'sendText', chatId: { __rl: true, mode: 'id', value: '=6000000{{$json.n}}' }, text: '={{"hi " + $json.n}}' }, items: [{ json: { n: 101 } }, { json: { n: 102 } }] });
	console.log(JSON.stringify(out));
	await expect(runNode({ ...base, parameters: { resource: 'message', operation: 'sendText', chatId: { __rl: true, mode: 'id', value: '5' }, text: '' } })).rejects.toThrow(/Text: is empty/);
	server.close();
});
