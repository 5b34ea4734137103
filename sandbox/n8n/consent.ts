import { Problem } from '../problem';
import { browser } from './http';

const named: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };
const decode = (text: string): string =>
	text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (hex) return String.fromCodePoint(parseInt(hex, 16));
		if (decimal) return String.fromCodePoint(Number(decimal));
		return named[name ?? ''] ?? whole;
	});

const attributes = (tag: string): Record<string, string> =>
	Object.fromEntries(
		[...tag.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)]
			.slice(1)
			.map(([, name = '', ...value]) => [name.toLowerCase(), decode(value.find((part) => part !== undefined) ?? '')]),
	);

/** The first form of a page as a browser would submit it by its first button: where it goes and which fields it carries. */
export const readForm = (html: string): { action: string; method: string; fields: URLSearchParams } | undefined => {
	const [, opening, inner] = /(<form\b[^>]*>)([\s\S]*?)<\/form>/i.exec(html) ?? [];
	if (opening === undefined || inner === undefined) return undefined;
	const { action = '', method = 'get' } = attributes(opening);
	const fields = new URLSearchParams();
	let pressed = false;
	for (const [tag] of inner.matchAll(/<(?:input|button)\b[^>]*>/gi)) {
		const { type = tag.toLowerCase().startsWith('<button') ? 'submit' : 'text', name, value, checked } = attributes(tag);
		if (type === 'submit') {
			if (!pressed && name) fields.append(name, value ?? '');
			pressed = true;
		} else if (name && type !== 'button' && ((type !== 'checkbox' && type !== 'radio') || checked !== undefined)) {
			fields.append(name, value ?? (type === 'checkbox' ? 'on' : ''));
		}
	}
	return { action, method: method.toLowerCase(), fields };
};

const pagesAtMost = 5;

/**
 * Walks through a network's OAuth2 dialog as a person who agrees to everything, until it redirects to `callback`.
 * `choices` fills fields in otherwise than the page proposes them, such as `account`. Answers that redirect's address, with code and state.
 */
export const giveConsent = async (dialog: string, callback: string, choices: Record<string, string> = {}): Promise<string> => {
	const client = browser();
	let page = await client.get<string>(dialog, { responseType: 'text' });
	let at = dialog;
	for (let seen = 0; seen < pagesAtMost; seen++) {
		const location: unknown = page.headers.location;
		if (typeof location === 'string') {
			const next = new URL(location, at).href;
			if (next.startsWith(callback)) return next;
			page = await client.get<string>(next, { responseType: 'text' });
			at = next;
			continue;
		}
		const form = readForm(page.data);
		if (!form)
			throw new Problem(
				`The consent page ${new URL(at).origin}${new URL(at).pathname} answered status ${page.status} without a form to submit: see what it says by opening the credential in n8n and clicking Connect.`,
			);
		for (const [name, value] of Object.entries(choices)) if (form.fields.has(name)) form.fields.set(name, value);
		const target = new URL(form.action || at, at);
		if (form.method === 'post')
			page = await client.post<string>(target.href, form.fields.toString(), {
				responseType: 'text',
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			});
		else {
			target.search = form.fields.toString();
			page = await client.get<string>(target.href, { responseType: 'text' });
		}
		at = target.href;
	}
	throw new Problem(
		`The consent dialog did not return to n8n after ${pagesAtMost} pages: open the credential in n8n and click Connect to see why.`,
	);
};
