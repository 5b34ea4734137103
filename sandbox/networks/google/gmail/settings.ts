import { flag, oneOf, type Setter } from '../../oauth/grantSettings';
import { receive } from './post';
import type { Gmail, GmailSettings } from './store';

const CRLF = '\r\n';

const count =
	(settings: GmailSettings, name: 'unitsPerMinute' | 'dailyMessages' | 'historyDays'): Setter =>
	(value) => {
		if (typeof value !== 'number' || !(value >= 0)) return 'a number, 0 or more';
		settings[name] = value;
		return undefined;
	};

interface Attachment {
	filename: string;
	contentType?: string;
	/** base64 */
	content: string;
}

interface Letter {
	to: string;
	from?: string;
	subject?: string;
	text?: string;
	html?: string;
	messageId?: string;
	inReplyTo?: string;
	references?: string;
	attachments?: Attachment[];
	headers?: Record<string, string>;
	/** In place of INBOX, as a filter or the spam check would. */
	labels?: string[];
	/** The whole message, in place of all the above. */
	raw?: string;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = ['to', 'from', 'subject', 'text', 'html', 'messageId', 'inReplyTo', 'references', 'raw'];

function isLetter(value: unknown): value is Letter {
	if (!isObject(value) || !('to' in value)) return false;
	return Object.entries(value).every(([name, one]: [string, unknown]) => {
		if (texts.includes(name)) return typeof one === 'string';
		if (name === 'headers') return isObject(one) && Object.values(one).every((header) => typeof header === 'string');
		if (name === 'labels') return Array.isArray(one) && one.every((label) => typeof label === 'string');
		return name === 'attachments' && Array.isArray(one) && one.every((file) => isObject(file) && 'filename' in file && 'content' in file);
	});
}

const encoded = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`);
const named = (address: string): string => address.replace(/^[^<"]*[^\x20-\x7e][^<]*(?=<)/, (name) => `${encoded(name.trim())} `);
const base64 = (content: string): string => content.replace(/.{76}/g, `$&${CRLF}`);

const part = (type: string, content: string, more: string[] = []): string =>
	[`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...more, '', base64(content)].join(CRLF);

const container = (type: string, boundary: string, parts: string[]): string =>
	[`Content-Type: ${type}; boundary="${boundary}"`, '', ...parts.map((one) => `--${boundary}${CRLF}${one}`), `--${boundary}--`, ''].join(CRLF);

/** The letter as a message. */
function written({ to, from = 'Inês Almeida <ines@example.com>', subject = '', text, html, attachments = [], ...letter }: Letter, id: string, now: number): string {
	const reference = letter.references ?? letter.inReplyTo;
	const head = [
		`Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
		...[`From: ${named(from)}`, `To: ${to}`, `Subject: ${encoded(subject)}`],
		`Message-ID: ${letter.messageId ?? `<${id}@mail.example.com>`}`,
		...(letter.inReplyTo === undefined ? [] : [`In-Reply-To: ${letter.inReplyTo}`]),
		...(reference === undefined ? [] : [`References: ${reference}`]),
		...Object.entries(letter.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
		'MIME-Version: 1.0',
	];
	const bodies = [
		...(text !== undefined || html === undefined ? [part('text/plain; charset=UTF-8', Buffer.from(text ?? '').toString('base64'))] : []),
		...(html === undefined ? [] : [part('text/html; charset=UTF-8', Buffer.from(html).toString('base64'))]),
	];
	const body = bodies.length > 1 ? container('multipart/alternative', `alt-${id}`, bodies) : (bodies[0] ?? '');
	const files = attachments.map(({ filename, contentType = 'application/octet-stream', content }) =>
		part(contentType, content, [`Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(filename)}`]),
	);
	return `${head.join(CRLF)}${CRLF}${files.length > 0 ? container('multipart/mixed', `mix-${id}`, [body, ...files]) : body}`;
}

/** What tests may set of Gmail, and the mail that they let arrive. */
export function gmailSetters(gmail: Gmail): Record<string, Setter> {
	const { settings } = gmail;
	const addresses = () => gmail.all().map(({ address }) => address);
	return {
		keepsMessageId: flag((on) => (settings.keepsMessageId = on)),
		encodedHeaders: flag((on) => (settings.encodedHeaders = on)),
		unitsPerMinute: count(settings, 'unitsPerMinute'),
		unitTable: oneOf(['old', 'new'], (word) => (settings.unitTable = word)),
		dailyMessages: count(settings, 'dailyMessages'),
		historyDays: count(settings, 'historyDays'),
		mail: (value) => {
			const letters = Array.isArray(value) ? value : [value];
			if (!letters.every(isLetter)) return `{to, from?, subject?, text?, html?, messageId?, inReplyTo?, references?, attachments?: [{filename, contentType?, content}], headers?, labels?, raw?}, or a list of such`;
			for (const letter of letters) {
				const mailbox = gmail.mailbox(letter.to);
				const strange = letter.labels?.find((id) => !mailbox?.labels.has(id));
				if (!mailbox || strange !== undefined) return mailbox ? `with labels of the account, not ${String(strange)}` : `to one of ${addresses().join(', ')}`;
				const raw = letter.raw ?? written(letter, gmail.newId(), gmail.world.clock.now());
				receive(gmail, mailbox, Buffer.from(raw, letter.raw === undefined ? 'utf8' : 'latin1'), letter.labels);
			}
			return undefined;
		},
		forgetHistory: (value) => {
			if (value !== true) return 'true';
			for (const mailbox of gmail.all()) mailbox.forgetAll();
			return undefined;
		},
	};
}
