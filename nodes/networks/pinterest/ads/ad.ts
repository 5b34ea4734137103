import type { IDataObject } from 'n8n-workflow';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { idIn } from './account';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { Making } from './create';
import { nameIn, trackingIn, urlIn, wordIn } from './texts';

interface More {
	androidDeepLink?: string;
	callToAction?: string;
	clickTrackingUrl?: string;
	destinationUrl?: string;
	iosDeepLink?: string;
	leadFormId?: string;
	trackingUrls?: unknown;
	viewTrackingUrl?: string;
}

interface Input extends Making {
	adGroup: string;
	pinId: string;
	creativeType: string;
	name: string;
	additionalFields: More;
}

const textOf = (value: unknown) => String(value ?? '').trim() || undefined;

const moreOf = (more: More): IDataObject => ({
	android_deep_link: textOf(more.androidDeepLink),
	click_tracking_url: urlIn('Click Tracking URL', more.clickTrackingUrl),
	customizable_cta_type: textOf(more.callToAction),
	destination_url: urlIn('Destination URL', more.destinationUrl),
	ios_deep_link: textOf(more.iosDeepLink),
	lead_form_id: textOf(more.leadFormId) && idIn('Lead Form ID', more.leadFormId),
	tracking_urls: trackingIn(more.trackingUrls),
	view_tracking_url: urlIn('View Tracking URL', more.viewTrackingUrl),
});

/** https://developers.pinterest.com/docs/api/v5/ads-create */
export const creatingAd = creating<Input>({
	kind: 'ad',
	check: ({ additionalFields }) => void moreOf(additionalFields),
	named: ({ adGroup, pinId, name }) => ({ ad_group_id: idIn('Ad Group', adGroup), pin_id: idIn('Pin ID', pinId), name: nameIn(name, pinterestAds.name) }),
	more: ({ creativeType, status, additionalFields }) => ({
		...{ creative_type: creativeType, status },
		...Object.fromEntries(Object.entries(moreOf(additionalFields)).filter(([, value]) => value !== undefined)),
	}),
});

interface Update extends Changing {
	ad: string;
	updateFields: More & { name?: string; status?: string };
}

/** https://developers.pinterest.com/docs/api/v5/ads-update */
export const updatingAd = changing<Update>({
	kind: 'ad',
	target: ({ ad }) => ad,
	check: ({ updateFields }) => {
		if ('status' in updateFields) wordIn('Status', updateFields.status, pinterestAds.statuses);
		moreOf(updateFields);
	},
	wanted: ({ updateFields: { name, status, ...more } }) => ({ name: name === undefined ? undefined : nameIn(name, pinterestAds.name), status, ...moreOf(more) }),
});
