import axios from 'axios';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { Readable } from 'node:stream';
import { openSandbox, type Fault, type Sandbox } from '../../support/sandbox';
import { cutAfter } from '../../../sandbox/networks/arriving';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';

/** A reset in the middle of an upload. */
describe('the fault that cuts a body', () => {
	let sandbox: Sandbox;
	beforeAll(async () => void (sandbox = await openSandbox()));
	afterAll(async () => await sandbox.close());
	beforeEach(async () => await sandbox.reset());

	const MB = 1024 * 1024;
	const cut: Fault = { network: 'telegram', match: 'sendVideo', kind: 'reset', afterBytes: 3 * MB + 7 };
	const url = () => `${sandbox.origin}/api.telegram.org/bot${seed.telegram.token}/sendVideo`;
	const form = (size: number) => {
		const parts = new FormData();
		parts.append('chat_id', String(seed.telegram.channel.id));
		parts.append('video', new Blob([new Uint8Array(size)], { type: 'video/mp4' }), 'video.mp4');
		return parts;
	};
	const journal = async () => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`)).data;
	const faults = async () => (await axios.get<{ seen: number; hits: number }[]>(`${sandbox.origin}/_sandbox/faults`)).data;

	it('lets so many bytes through and no more, then resets the connection; the network does nothing', async () => {
		await sandbox.fault(cut);
		const sent = await fetch(url(), { method: 'POST', body: form(8 * MB) }).then(() => 'an answer', () => 'cut');
		expect(sent).toBe('cut');
		expect(await sandbox.timeline()).toEqual([]);
		const [request] = await journal();
		expect(request).toMatchObject({ status: null, fault: 'reset before' });
		expect(request?.bytes).toBe(3 * MB + 7);
	});

	it('spoils one request, and the next one goes through, its body counted', async () => {
		await sandbox.fault(cut);
		await fetch(url(), { method: 'POST', body: form(8 * MB) }).catch(() => undefined);
		const again = await fetch(url(), { method: 'POST', body: form(8 * MB) });
		expect(again.status).toBe(200);
		expect(await sandbox.timeline()).toHaveLength(1);
		const bytes = (await journal()).at(-1)?.bytes;
		expect(bytes).toBeGreaterThan(8 * MB);
		expect(bytes).toBeLessThan(8 * MB + 1024);
	});

	it('waits for a body that is long enough', async () => {
		await sandbox.fault(cut);
		expect((await fetch(url(), { method: 'POST', body: form(2 * MB) })).status).toBe(200);
		expect(await faults()).toMatchObject([{ seen: 0, hits: 0 }]);
		await expect(fetch(url(), { method: 'POST', body: form(8 * MB) })).rejects.toThrow();
		expect(await faults()).toMatchObject([{ seen: 1, hits: 1 }]);
	});

	it('cuts a body of unknown length too', async () => {
		await sandbox.fault({ ...cut, afterBytes: 100_000 });
		const sending = request(url(), { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' } });
		const failed = once(sending, 'error');
		Readable.from((function* () {
			for (let piece = 0; piece < 100; piece++) yield Buffer.alloc(64 * 1024);
		})()).pipe(sending);
		expect(await failed).toMatchObject([{ code: expect.stringMatching(/ECONNRESET|EPIPE/) }]);
	});

	it('cuts in the middle also with latency, when part of the body is there before the network', async () => {
		await sandbox.settings({ latencyMs: 30 });
		await sandbox.fault({ ...cut, afterBytes: 10 });
		await expect(fetch(url(), { method: 'POST', body: form(8 * MB) })).rejects.toThrow();
		expect(await sandbox.timeline()).toEqual([]);
	});

	it.each([
		[{ ...cut, when: 'after' }],
		[{ ...cut, kind: 'timeout' }],
		[{ ...cut, afterBytes: 0.5 }],
		[{ ...cut, afterBytes: -1 }],
	])('refuses %j', async (fault) => {
		const { status, data } = await axios.post<{ error: string }>(`${sandbox.origin}/_sandbox/faults`, fault, { validateStatus: () => true });
		expect({ status, ...data }).toEqual({ status: 400, error: '"afterBytes" must be a whole number, of a reset before the answer.' });
	});
});

it('gives its reader exactly so many bytes', async () => {
	const read: number[] = [];
	const server = createServer(async (req, res) => {
		cutAfter(req, 1_234_567);
		let bytes = 0;
		try {
			for await (const piece of req) bytes += Buffer.from(piece).length;
			res.end();
		} catch {
			read.push(bytes);
		}
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	await expect(fetch(`http://127.0.0.1:${port}`, { method: 'PUT', body: new Uint8Array(4_000_000) })).rejects.toThrow();
	await new Promise((closed) => server.close(closed));
	expect(read).toEqual([1_234_567]);
});
