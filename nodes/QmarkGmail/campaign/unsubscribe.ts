import { refused } from '../../core/errors';
import type { InputOf } from '../../core/operation';
import { textOf } from '../../networks/gmail/written';
import { oneAddress } from './address';
import { MARK } from './fields';
import type { content, options } from './fields';

type Content = InputOf<typeof content>;
type Options = InputOf<[typeof options]>['options'];

/** The address at which one message's reader unsubscribes. Gmail calls https only: https://support.google.com/a/answer/81126 */
export function unsubscribeUrl(base: string, token: string): string {
	if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) throw refused('Unsubscribe URL', `“${base}” is not a web address.`, 'Paste the production URL of the workflow “Unsubscribe with one click”.');
	const url = new URL(base);
	const isLocal = /^(localhost|127\.|\[::1\])/.test(url.hostname);
	if (url.protocol !== 'https:' && !isLocal) throw refused('Unsubscribe URL', 'begins with http://, and mail programs call https:// only.', 'Give the https address of your n8n.');
	url.searchParams.set('t', token);
	return url.href;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Both headers of RFC 8058: https://www.rfc-editor.org/rfc/rfc8058 */
export function unsubscribeHeaders(url: string, { unsubscribeAddress }: Options): Record<string, string> {
	const address = textOf(unsubscribeAddress).trim();
	const byMail = address && `, <mailto:${oneAddress(address, 'Unsubscribe Address').address}?subject=unsubscribe>`;
	return { 'List-Unsubscribe': `<${url}>${byMail}`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The message with its link to unsubscribe: in place of the mark, or at the end. */
export function withLink({ html, text }: Pick<Content, 'html' | 'text'>, url: string, { unsubscribeText = 'Unsubscribe' }: Options): { html?: string; text?: string } {
	if (html.trim() === '' && text.trim() === '') throw refused('HTML', 'and Text are both empty.', 'Write the message into one of them.');
	const line = `${unsubscribeText}: ${url}`;
	const inHtml = `<p style="font-size:smaller"><a href="${escaped(url)}">${escaped(unsubscribeText)}</a></p>`;
	const linkedHtml = html.includes(MARK) ? html.replaceAll(MARK, escaped(url)) : html.replace(/<\/body>|$/i, (end) => inHtml + end);
	const linkedText = text.includes(MARK) ? text.replaceAll(MARK, url) : `${text}\n\n${line}\n`;
	return { ...(html.trim() !== '' && { html: linkedHtml }), ...(text.trim() !== '' && { text: linkedText }) };
}
