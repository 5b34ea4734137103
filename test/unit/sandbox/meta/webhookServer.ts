import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An app's own server: answers Meta's challenge, and keeps what it is told. */
export async function listen() {
	const told: unknown[] = [];
	const server = createServer((request, response) => {
		const challenge = new URL(request.url ?? '', 'http://localhost').searchParams.get('hub.challenge');
		if (challenge !== null) return void response.end(challenge);
		void text(request).then((body) => {
			told.push(JSON.parse(body));
			response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		/** Waits until so many have come. */
		received: async (count: number): Promise<unknown[]> => {
			for (const end = Date.now() + 5000; told.length < count && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
			return told;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
