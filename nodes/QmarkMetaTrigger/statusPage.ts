import { createHash } from 'node:crypto';
import type { Entry } from './ledger';

const style = `
:root{color-scheme:light dark}
body{margin:0;font:1.05rem/1.5 system-ui,sans-serif}
main{max-width:36rem;margin:3rem auto;padding:0 1.5rem}
h1{font-size:1.5rem;line-height:1.25}
code{overflow-wrap:anywhere}
blockquote{margin:1rem 0;padding-left:1rem;border-left:.25rem solid;white-space:pre-wrap;overflow-wrap:anywhere}
`;

/** The page loads, runs and embeds nothing. n8n adds no policy to a response that a node writes itself. */
export const pageHeaders = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-robots-tag': 'noindex',
} as const;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const dated = (iso = ''): string =>
	new Date(iso).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' });

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const headings: Record<Entry['state'], string> = {
	received: 'Your request was received',
	completed: 'Your data has been deleted',
	refused: 'Your data was not deleted',
};

const explanations: Record<Entry['state'], (entry: Entry) => string> = {
	received: ({ requestedAt }) => `You asked for the deletion of your data on ${dated(requestedAt)}. It is not finished yet; this page will tell when it is.`,
	completed: ({ requestedAt, decidedAt }) => `You asked for the deletion of your data on ${dated(requestedAt)}. It was finished on ${dated(decidedAt)}.`,
	refused: ({ requestedAt, decidedAt }) => `You asked for the deletion of your data on ${dated(requestedAt)}. On ${dated(decidedAt)} it was decided not to delete it, for this reason:`,
};

export interface Status {
	/** As it stands in the URL: anybody may have written it. */
	code: string;
	/** Undefined where no request has this code. */
	entry?: Entry;
	organization?: string;
	contact?: string;
}

/** The whole page that tells a person what became of their request, as HTML. */
export function statusPage({ code, entry, organization = '', contact = '' }: Status): string {
	const heading = entry ? headings[entry.state] : 'There is no such request';
	const told = entry ? explanations[entry.state](entry) : 'No data deletion request has this confirmation code. Open the link exactly as Facebook or Instagram shows it.';
	const parts = [
		`<h1>${escaped(heading)}</h1>`,
		organization && paragraph(organization),
		paragraph(told),
		entry?.note && `<blockquote>${escaped(entry.note)}</blockquote>`,
		code && `<p>Confirmation code: <code>${escaped(code)}</code></p>`,
		contact && paragraph(`Questions? Contact ${contact} and give the confirmation code.`),
	];
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(heading)}</title><style>${style}</style>`;
	return `<!doctype html><html lang="en"><head>${head}</head><body><main>${parts.filter(Boolean).join('')}</main></body></html>`;
}
