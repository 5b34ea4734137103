import { SsrfProtectionConfig } from '@n8n/config';
import { Container } from '@n8n/di';
import type { Api } from '../../../nodes/core/api';
import type { Upload } from '../../../nodes/core/upload';
import { openServer, runWith } from './stage';

let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => (server = await openServer()));
afterAll(async () => await server.close());

const bytesOf = async (file: Upload, offset?: number): Promise<string> => {
	const pieces: Uint8Array[] = [];
	for await (const piece of file.read(offset)) pieces.push(piece);
	return Buffer.concat(pieces).toString();
};

/** What became of a file behind an address, or what is told of it. */
const fetched = async (url: string, most?: number) => {
	const read = async (api: Api) => {
		const file = await api.fetched('Video URL', url, most);
		return { name: file.name, mime: file.mime, size: file.size, whole: await bytesOf(file), rest: await bytesOf(file, 2) };
	};
	const [item] = await runWith(read, { name: 'Vendor', baseUrl: () => server.origin }, { continueOnFail: true });
	return item?.json ?? {};
};
const at = (path: string) => server.origin + path;

test('name, type, size and bytes, without the connection’s token', async () => {
	server.answers((_, res) => void res.writeHead(200, { 'content-type': 'video/mp4; codecs=avc1' }).end('bytes'));
	expect(await fetched(at('/a/Le%20bouquet.mp4?signature=1'))).toEqual({ name: 'Le bouquet.mp4', mime: 'video/mp4', size: 5, whole: 'bytes', rest: 'tes' });
	expect(server.received).toHaveLength(1);
	expect(server.received[0]?.headers).not.toHaveProperty('authorization');
});

test.each([
	['a name that does not decode', '/50%_off.mp4', '50%_off.mp4'],
	['half of a letter', '/%E9t%C3.mp4', '%E9t%C3.mp4'],
	['a path in its name', '/..%2F..%2Fetc%2Fpasswd.mp4', 'passwd.mp4'],
	['none', '/', 'file'],
])('%s', async (_, path, name) => {
	server.answers((_, res) => void res.writeHead(200, { 'content-type': 'video/mp4' }).end('bytes'));
	expect(await fetched(at(path))).toMatchObject({ name, size: 5 });
});

test.each([undefined, 'application/octet-stream', 'binary/octet-stream', ''])('type %p: its name tells what it is', async (type) => {
	server.answers((_, res) => void res.writeHead(200, type === undefined ? {} : { 'content-type': type }).end('bytes'));
	expect(await fetched(at('/film.mp4'))).toMatchObject({ mime: 'video/mp4' });
});

test.each([undefined, 'binary/octet-stream', 'application/octet-stream'])('type %p that the name does not tell either stays unknown', async (type) => {
	server.answers((_, res) => void res.writeHead(200, type === undefined ? {} : { 'content-type': type }).end('bytes'));
	expect(await fetched(at('/download?id=1'))).toMatchObject({ mime: 'application/octet-stream' });
});

test('redirects are followed', async () => {
	server.answers((req, res) => void (req.url === '/short' ? res.writeHead(302, { location: '/film.mp4' }).end() : res.writeHead(200, { 'content-type': 'video/mp4' }).end('bytes')));
	expect(await fetched(at('/short'))).toMatchObject({ mime: 'video/mp4', whole: 'bytes' });
});

describe('told as one sentence', () => {
	test.each([401, 403, 404, 204, 206])('%i: the address does not lead to the file', async (status) => {
		server.answers((_, res) => void res.writeHead(status).end());
		expect(await fetched(at('/a.mp4'))).toMatchObject({ error: `Video URL: nothing could be fetched from “${at('/a.mp4')}”: its server answered ${status}.`, details: { verdict: 'fix-input' } });
	});

	test('a connection whose answer nobody reads is given up', async () => {
		let isOver = false;
		server.answers((_, res) => {
			res.on('close', () => (isOver = true));
			res.writeHead(404).write('a page without an end');
		});
		expect(await fetched(at('/a.mp4'))).toMatchObject({ error: expect.stringContaining('answered 404') });
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(isOver).toBe(true);
	});

	test.each([429, 500, 503])('%i: its server has no time, so that it is tried again later', async (status) => {
		server.answers((_, res) => void res.writeHead(status).end('busy'));
		expect(await fetched(at('/a.mp4'))).toMatchObject({ error: `Video URL: nothing could be fetched from “${at('/a.mp4')}”: its server answered ${status}.`, details: { verdict: 'retry' } });
	});

	test('a stream that breaks off is no whole file, and is tried again later', async () => {
		server.answers((_, res) => {
			res.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '1000' });
			res.write('half', () => res.destroy());
		});
		expect(await fetched(at('/a.mp4'))).toMatchObject({ error: `Video URL: “${at('/a.mp4')}” broke off before all of it was there.`, details: { verdict: 'retry' } });
	});

	test('the same without a length', async () => {
		server.answers((_, res) => {
			res.writeHead(200, { 'content-type': 'video/mp4' });
			res.write('half', () => res.destroy());
		});
		expect(await fetched(at('/a.mp4'))).toMatchObject({ details: { verdict: 'retry' } });
	});

	test('one that is larger than the platform takes is not fetched at all', async () => {
		let isOver = false;
		server.answers((_, res) => {
			res.on('close', () => (isOver = true));
			res.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(20 * 1024 * 1024) });
			res.write('a');
		});
		expect(await fetched(at('/a.mp4'), 10 * 1024 * 1024)).toMatchObject({ error: 'Video URL: “a.mp4” has 20.0 MB; Vendor takes at most 10.0 MB.', details: { verdict: 'fix-input' } });
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(isOver).toBe(true);
	});

	test('one that does not say how large it is, and an empty one', async () => {
		server.answers((_, res) => void res.writeHead(200, { 'content-type': 'video/mp4' }).end('123456'));
		expect(await fetched(at('/a.mp4'), 5)).toMatchObject({ error: expect.stringContaining('Vendor takes at most') });
		server.answers((_, res) => void res.writeHead(200, { 'content-type': 'video/mp4' }).end());
		expect(await fetched(at('/a.mp4'))).toMatchObject({ error: 'Video URL: the file “a.mp4” is empty.' });
	});

	test.each(['camelia.example/a.mp4', 'ftp://camelia.example/a.mp4', 'file:///etc/passwd', `data:video/mp4;base64,${'A'.repeat(100_000)}`, ''])('%.40s is not a web address', async (url) => {
		server.answers((_, res) => void res.end());
		const { error, details } = await fetched(url);
		expect(details).toMatchObject({ verdict: 'fix-input' });
		expect(error).toMatch(/^Video URL: “[^”]*” is not a web address\.$/);
		expect(String(error).length).toBeLessThan(200);
	});
});

test('where n8n protects its own network, nothing is fetched from it', async () => {
	server.answers((_, res) => void res.end('secret'));
	const config = Container.get(SsrfProtectionConfig);
	config.enabled = true;
	try {
		expect(await fetched(at('/a.mp4'))).toMatchObject({ error: `Video URL: nothing could be fetched from “${at('/a.mp4')}”.`, details: { verdict: 'fix-input' } });
	} finally {
		config.enabled = false;
	}
	expect(server.received).toEqual([]);
});
