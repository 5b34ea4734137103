import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { whatsApp } from '../../platforms/whatsApp';
import { lengthWithin } from './lengths';

const shown = 'about,address,description,email,profile_picture_url,vertical,websites';
const { profile: limits } = whatsApp.limits;

/** What people see when they open the business in WhatsApp. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
export async function readProfile(api: Api, phoneNumber: string): Promise<IDataObject> {
	const { data: [first = {}] = [] } = await api.send<{ data?: (IDataObject & { business_profile?: IDataObject })[] }>({ url: `/${phoneNumber}/whatsapp_business_profile`, qs: { fields: shown } });
	// Meta's two references show it with and without a level in between.
	return { phoneNumber, ...(first.business_profile ?? first) };
}

interface Changes {
	about?: string;
	address?: string;
	description?: string;
	email?: string;
	profilePictureHandle?: string;
	vertical?: string;
	websites?: string;
}

function websitesIn(text: string): string[] {
	const urls = text.split(/[\s,]+/).filter(Boolean);
	if (urls.length > limits.websites) throw refused('Websites', `has ${urls.length}; WhatsApp takes ${limits.websites}.`, 'Leave the others out.');
	const wrong = urls.find((url) => !URL.canParse(url) || !/^https?:/.test(url) || url.length > limits.website);
	if (wrong !== undefined) throw refused('Websites', `“${wrong.slice(0, 80)}” is not a web address of up to ${limits.website} characters.`, 'Give addresses that begin with https://.');
	return urls;
}

/** Only what is named is changed; an empty text takes the old one away. The same changes twice do no harm. */
export async function updateProfile(api: Api, phoneNumber: string, { websites, profilePictureHandle, vertical, ...texts }: Changes): Promise<IDataObject> {
	const checked = Object.entries(texts).map(([name, text]) => [name, lengthWithin(labels[name] ?? name, text, most[name] ?? Infinity) ?? '']);
	const changes: IDataObject = {
		...Object.fromEntries(checked),
		...(websites !== undefined && { websites: websitesIn(websites) }),
		...(vertical && { vertical }),
		...(profilePictureHandle && { profile_picture_handle: profilePictureHandle }),
	};
	if (Object.keys(changes).length === 0) throw refused('Update Fields', 'names nothing to change.', 'Add at least one field.');
	if (changes.about === '') throw refused('About', 'is empty; WhatsApp wants a text there.', 'Write something, or leave the field out.');
	await api.send({ method: 'POST', url: `/${phoneNumber}/whatsapp_business_profile`, body: { messaging_product: 'whatsapp', ...changes }, idempotent: true });
	return await readProfile(api, phoneNumber);
}

const labels: Readonly<Record<string, string>> = { about: 'About', address: 'Address', description: 'Description', email: 'Email' };
const most: Readonly<Record<string, number>> = limits;
