import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { addressesOf } from './mime/addresses';
import type { Mail } from './mime/compose';

/** What a message says, as the panel’s fields name it. */
export interface Content {
	emailType?: 'both' | 'html' | 'text';
	text?: string;
	html?: string;
}

/** What it may have besides, as the panel’s fields name it. */
export interface Extras {
	attachments?: string;
	bcc?: string;
	cc?: string;
	customHeaders?: { header?: { name?: string; value?: string }[] };
	from?: string;
	inlineImages?: { image?: { binaryField?: string; contentId?: string }[] };
	replyTo?: string;
}

/** An expression may also give a number, or nothing. */
export const textOf = (value: unknown): string => String(value ?? '');

const listed = (text: unknown) => textOf(text).split(',').map((name) => name.trim()).filter(Boolean);

function senderOf(text: string) {
	const [sender, ...others] = addressesOf(text, 'From');
	if (others.length > 0) throw refused('From', 'names several senders.', 'Enter one address.');
	return sender;
}

/** The words of a message; a type that is not shown does not count, whatever is filled in. */
export const contentOf = ({ emailType = 'text', text, html }: Content): Pick<Mail, 'text' | 'html'> => ({
	...(emailType !== 'html' && { text: textOf(text) }),
	...(emailType !== 'text' && { html: textOf(html) }),
});

/** Sender, copies, headers and files of a message; files are not read yet. */
export async function extrasOf(api: Api, { attachments = '', bcc = '', cc = '', customHeaders, from = '', inlineImages, replyTo = '' }: Extras): Promise<Mail> {
	const inline = await Promise.all((inlineImages?.image ?? []).map(async ({ binaryField = 'data', contentId = '' }) => ({ file: await api.file(binaryField), contentId })));
	return {
		...{ from: senderOf(from), cc: addressesOf(cc, 'CC'), bcc: addressesOf(bcc, 'BCC'), replyTo: addressesOf(replyTo, 'Reply To'), inline },
		headers: (customHeaders?.header ?? []).map(({ name = '', value }) => ({ name: name.trim(), value: textOf(value) })),
		attachments: await Promise.all(listed(attachments).map(async (field) => await api.file(field))),
	};
}

/** A new message as the panel describes it. */
export const mailOf = async (api: Api, { to, subject, additionalFields = {}, ...content }: Content & { to: string; subject: string; additionalFields?: Extras }): Promise<Mail> => ({
	...(await extrasOf(api, additionalFields)),
	...{ to: addressesOf(to, 'To'), subject: textOf(subject), ...contentOf(content) },
});
