import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Article {
	guid: string;
	title: string;
	link?: string;
	description?: string;
	/** The picture's address. */
	picture?: string;
	/** ISO 8601; now where it is missing. */
	at?: string;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const itemOf = ({ guid, title, link = `https://ateliercamelia.example/${encodeURIComponent(guid)}`, description = 'Du jardin.', picture, at }: Article) =>
	[
		...['<item>', `<title>${escaped(title)}</title>`, `<link>${escaped(link)}</link>`, `<guid isPermaLink="false">${escaped(guid)}</guid>`, `<description>${escaped(description)}</description>`],
		...[`<pubDate>${new Date(at ?? Date.now()).toUTCString()}</pubDate>`, picture ? `<enclosure url="${escaped(picture)}" length="1" type="image/jpeg"/>` : '', '</item>'],
	].join('');

/** A site on this computer whose feeds stand under their names, as they are at the moment. */
export async function openFeeds(feeds: Record<string, Article[]>) {
	const server = createServer(({ url = '' }, response) => {
		const articles = feeds[url.slice(1)];
		response.writeHead(articles ? 200 : 404, { 'Content-Type': 'application/rss+xml; charset=utf-8' });
		response.end(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Le journal</title><link>https://ateliercamelia.example/</link><description>Le journal</description>${(articles ?? []).map(itemOf).join('')}</channel></rss>`);
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: (name: string) => `http://127.0.0.1:${port}/${name}`, close: async () => await new Promise((resolve) => server.close(resolve)) };
}
