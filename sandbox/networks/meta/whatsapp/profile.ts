import type { Handler } from '../call';
import { invalid } from '../errors';
import type { WhatsAppNumber } from '../model';

const lengths = { about: 139, address: 256, description: 512, email: 128 } as const;
const verticals = [
	...['OTHER', 'AUTO', 'BEAUTY', 'APPAREL', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GROCERY', 'GOVT', 'HOTEL', 'HEALTH', 'NONPROFIT', 'PROF_SERVICES'],
	...['RETAIL', 'TRAVEL', 'RESTAURANT', 'ALCOHOL', 'ONLINE_GAMBLING', 'PHYSICAL_GAMBLING', 'OTC_DRUGS', 'MATRIMONY_SERVICE'],
];

/** Nothing is shown unless it is asked for by name. */
export const getProfile: Handler<WhatsAppNumber> = ({ id }, { params }, meta) => ({
	data: [{ ...(params.has('fields') ? meta.whatsapp.profileOf(id) : {}), messaging_product: 'whatsapp' }],
});

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
export const updateProfile: Handler<WhatsAppNumber> = ({ id }, { params }, meta) => {
	if (params.required('messaging_product') !== 'whatsapp') throw invalid('Param messaging_product must be one of {WHATSAPP}');
	const changes: Record<string, unknown> = {};
	for (const [name, most] of Object.entries(lengths)) {
		const text = params.text(name);
		if (text === undefined) continue;
		if (text.length > most) throw invalid(`Param ${name} must be at most ${most} characters long.`);
		changes[name] = text;
	}
	if (changes.about === '') throw invalid('Param about must not be empty.');
	if (typeof changes.email === 'string' && changes.email !== '' && !/^\S+@\S+\.\S+$/.test(changes.email)) throw invalid('Param email must be an email address.');
	const vertical = params.oneOf('vertical', verticals);
	if (vertical !== undefined) changes.vertical = vertical;
	const websites = params.texts('websites');
	if (websites && (websites.length > 2 || websites.some((one) => !URL.canParse(one) || one.length > 256))) throw invalid('Param websites must hold at most 2 URLs.');
	if (websites) changes.websites = websites;
	if (params.has('profile_picture_handle')) changes.profile_picture_url = meta.url('www.facebook.com', `/avatar/${id}.svg`);
	meta.whatsapp.changeProfile(id, changes);
	return { success: true };
};
