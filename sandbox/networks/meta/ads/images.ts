import { createHash } from 'node:crypto';
import { sniff } from '../../sniff';
import type { StoredMedia } from '../../world';
import { Connection, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import { megabyte } from '../media';
import { graphTime, type Meta } from '../state';
import type { AdAccount, AdImage } from './model';
import { refusal } from './money';

const largest = 30;

function fileOf({ params, files }: Call, meta: Meta): StoredMedia {
	const upload = files.get('filename');
	if (upload) return upload;
	const bytes = params.text('bytes');
	if (bytes === undefined) throw invalid('The parameter filename or bytes is required');
	const head = Buffer.from(bytes, 'base64');
	return meta.world.media.put({ name: 'bytes', mime: sniff(head)?.mime ?? 'application/octet-stream', head, size: head.length });
}

const told = (image: AdImage) => ({ hash: image.hash, url: image.file.url, name: image.name, height: image.height, width: image.width });

/** The same bytes are the same image. https://developers.facebook.com/docs/marketing-api/reference/ad-image */
export const createImage: Handler<AdAccount> = (account, call, meta) => {
	const file = fileOf(call, meta);
	const sniffed = sniff(file.head);
	if (!sniffed || !['image/jpeg', 'image/png', 'image/gif'].includes(sniffed.mime) || file.size > largest * megabyte)
		throw refusal('filename', 1487411, 'Invalid image', `Images are JPG, PNG or GIF files of up to ${largest} MB.`);
	const hash = createHash('md5').update(file.head).digest('hex');
	const id = `${account.accountId}:${hash}`;
	const { width, height } = sniffed;
	const known = meta.find('AdImage', id);
	const times = { createdAt: meta.now, updatedAt: meta.now };
	const image = known ?? meta.keep<AdImage>({ type: 'AdImage', id, accountId: account.accountId, hash, name: file.name, file, width, height, values: {}, ...times });
	return { images: { [file.name]: told(image) } };
};

export const listImages: Handler<AdAccount> = (account, { params }, meta) => {
	const hashes = params.texts('hashes');
	const name = params.text('name');
	const images = meta.all('AdImage').filter((image) => image.accountId === account.accountId && (hashes?.includes(image.hash) ?? true) && image.name === (name ?? image.name));
	return new Connection(`${account.id}/adimages`, images.reverse());
};

export const deleteImage: Handler<AdAccount> = (account, { params }, meta) => {
	const id = `${account.accountId}:${params.required('hash')}`;
	if (!meta.nodes.delete(id)) throw invalid('The image does not exist in this ad account.', { subcode: 1487180 });
	return { success: true };
};

export const describeImage: Describe<AdImage> = (image) => ({
	label: 'AdImage',
	defaults: ['id', 'hash', 'name'],
	fields: {
		...{ id: () => image.id, account_id: () => image.accountId, name: () => image.name, hash: () => image.hash, status: () => 'ACTIVE' },
		...{ url: () => image.file.url, permalink_url: () => image.file.url, width: () => image.width, height: () => image.height },
		...{ original_width: () => image.width, original_height: () => image.height },
		...{ created_time: () => graphTime(image.createdAt), updated_time: () => graphTime(image.updatedAt) },
	},
});

export const imageEdges: Edges<'AdImage', Handler<AdImage>> = { GET: (image) => new Ref(image) };
