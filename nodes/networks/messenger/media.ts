import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { webAddress } from '../facebook/media';
import { unseen } from '../facebook/reconcile';
import type { Ready } from './send';

type Kind = 'image' | 'video' | 'audio' | 'file';

interface Source {
	mediaType: Kind;
	source: 'url' | 'binary' | 'attachmentId';
	urls: string;
	binaryFields: string;
	attachmentIds: string;
}

const labels = { url: 'File URL', binary: 'Input Binary Field', attachmentId: 'Attachment ID' } as const;

const listOf = (text: string) => text.split(/[\n,]/).map((part) => part.trim()).filter(Boolean);

/** A comma may stand in a URL, so that only lines part them. */
const namesIn = ({ source, urls, binaryFields, attachmentIds }: Source) =>
	source === 'url' ? urls.split('\n').map((line) => line.trim()).filter(Boolean) : listOf(source === 'binary' ? binaryFields : attachmentIds);

async function checked(api: Api, channel: Channel, kind: Kind, field: string): Promise<Upload> {
	const { name, files } = messenger.channels[channel];
	const { bytes, taken, mimes } = files[kind];
	const file = await api.file(field, bytes);
	const known = file.mime === 'application/octet-stream' || mimes.some((mime) => file.mime.startsWith(mime));
	if (known) return file;
	throw refused('Input Binary Field', `“${file.name}” is ${file.mime}; ${name} takes ${taken} here.`, 'Convert the file, or choose another “Media Type”.');
}

/** Keeps a file at Meta, to be sent by its ID. Nobody sees it, so that a broken upload may be begun anew. https://developers.facebook.com/docs/messenger-platform/reference/attachment-upload-api */
async function upload(api: Api, page: string, channel: Channel, kind: Kind, file: Upload): Promise<string> {
	const message = JSON.stringify({ attachment: { type: kind, payload: { is_reusable: true } } });
	const form = { platform: channel, message, filedata: file };
	const kept = await unseen(api.send<{ attachment_id: string }>({ method: 'POST', url: `/${page}/message_attachments`, form, timeout: messenger.uploadTimeout }));
	return kept.attachment_id;
}

/** Instagram shows several images as one message; all else stands alone. */
function messageOf(channel: Channel, type: Kind, payloads: readonly IDataObject[]): IDataObject {
	if (channel === 'instagram' && type === 'image') return { attachments: payloads.map((payload) => ({ type, payload })) };
	return { attachment: { type, payload: payloads[0] } };
}

/** The files as a message. What can be checked is checked at once; files are uploaded when the answer is called. */
export function mediaMessage(api: Api, page: string, channel: Channel, input: Source): () => Promise<Ready> {
	const { mediaType: kind, source } = input;
	const { name, images } = messenger.channels[channel];
	const label = labels[source];
	const names = namesIn(input);
	const most = kind === 'image' ? images : 1;
	if (names.length === 0) throw refused(label, 'there is no file.', `Fill in “${label}”.`);
	if (names.length > most) throw refused(label, `there are ${names.length} files; ${name} takes ${most} of this kind in one message.`, 'Send the others in messages of their own.');
	const addresses = source === 'url' ? names.map((url) => webAddress(label, url)) : [];
	return async () => {
		const payloads: IDataObject[] = addresses.map((url) => ({ url }));
		if (source === 'attachmentId') payloads.push(...names.map((attachment_id) => ({ attachment_id })));
		if (source === 'binary') {
			const files = await Promise.all(names.map(async (field) => await checked(api, channel, kind, field)));
			for (const file of files) payloads.push({ attachment_id: await upload(api, page, channel, kind, file) });
		}
		return { message: messageOf(channel, kind, payloads), known: { files: kind }, timeout: messenger.mediaTimeout };
	};
}
