import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { fileOf } from '../../facebook/media';
import { accountPath } from './account';
import { deleteFile } from './end';
import { fieldsOf, namesIn } from './fieldList';

interface Uploaded {
	images: Partial<Record<string, { hash: string; url?: string; name?: string; width?: number; height?: number }>>;
}

const usual = 'id,hash,name,url,permalink_url,width,height,status,created_time';

/** The same bytes are the same image at Meta, so a repeat does no harm. https://developers.facebook.com/docs/marketing-api/reference/ad-image#Creating */
export async function uploadImage(api: Api, account: string, binaryField: string) {
	const file = await fileOf(api, binaryField, metaAds.image);
	const { images } = await api.send<Uploaded>({ method: 'POST', url: `${accountPath(account)}/adimages`, form: { filename: file }, timeout: metaAds.uploadTimeout, idempotent: true });
	const [image] = Object.values(images);
	if (image) return { ...image, name: image.name ?? file.name };
	throw new PlatformError({ verdict: 'unknown', message: 'Meta took the image but gave no hash for it.', hint: 'Look for it with Image: Get Many.' });
}

export const listImages = (api: Api, account: string, { most, fields, hashes, name }: { most: number; fields?: string; hashes?: unknown; name?: string }) => {
	const wanted = namesIn(hashes);
	const qs = { fields: fieldsOf(fields, usual), hashes: wanted.length > 0 ? JSON.stringify(wanted) : undefined, name: name || undefined, limit: Math.min(most, metaAds.pageSize) };
	return api.pages({ url: `${accountPath(account)}/adimages`, qs });
};

export async function getImage(api: Api, account: string, hash: string, fields: string | undefined): Promise<object> {
	for await (const image of listImages(api, account, { most: 1, fields, hashes: hash })) return image;
	throw new PlatformError({ verdict: 'fix-input', code: 'missing', message: `The ad account has no image with the hash “${hash}”.`, hint: 'Check the hash and the ad account, or upload the image first.' });
}

export async function deleteImage(api: Api, account: string, hash: string) {
	await deleteFile(api, { url: `${accountPath(account)}/adimages`, qs: { hash: hash.trim() } });
	return { hash: hash.trim(), deleted: true };
}
