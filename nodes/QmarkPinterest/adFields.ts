import type { INodeProperties } from 'n8n-workflow';
import { pinterestAds } from '../platforms/pinterestAds';
import { additionalFields, confirm, firstStatus, name, newName, status, trackingUrls, updateFields } from './adChangeFields';

const text = (displayName: string, name: string, placeholder: string, description: string) => ({ displayName, name, type: 'string', default: '', placeholder, description }) as const;

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'options' } as const;

/** `SHOP_NOW` → `Shop Now` */
const words = (value: string) => value.toLowerCase().replace(/(^|_)(\w)/g, (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`);

const androidDeepLink = text('Android Deep Link', 'androidDeepLink', 'e.g. example://bouquets', 'Where the ad leads to in an app on Android');
const upToName = [
	androidDeepLink,
	{ displayName: 'Call to Action', name: 'callToAction', ...menu, options: pinterestAds.callsToAction.map((value) => ({ name: words(value), value })), default: 'LEARN_MORE', description: 'The words on the button; which of them fit depends on the objective of the campaign' },
	text('Click Tracking URL', 'clickTrackingUrl', 'e.g. https://example.com/click', 'Called when people click'),
	text('Destination URL', 'destinationUrl', 'e.g. https://example.com/bouquets', 'Where the ad leads to, in place of the link of the Pin'),
	text('iOS Deep Link', 'iosDeepLink', 'e.g. example://bouquets', 'Where the ad leads to in an app on iOS'),
	text('Lead Form ID', 'leadFormId', 'e.g. 383791336903426391', 'The form that the ad opens'),
] as const satisfies INodeProperties[];
const viewTrackingUrl = text('View Tracking URL', 'viewTrackingUrl', 'e.g. https://example.com/view', 'Called when people see the ad');

export const newAd = [
	{ ...text('Pin ID', 'pinId', 'e.g. 813744226420795884', 'The Pin that becomes the ad: one of the connected account'), required: true },
	{ displayName: 'Creative Type', name: 'creativeType', type: 'options', options: [...pinterestAds.creativeTypes], default: 'REGULAR', description: 'What the Pin is' },
	name,
	firstStatus,
	confirm,
	{ ...additionalFields, options: [...upToName, trackingUrls, viewTrackingUrl] },
] as const satisfies INodeProperties[];

export const adChanges = { ...updateFields, options: [...upToName, newName, status, trackingUrls, viewTrackingUrl] } as const satisfies INodeProperties;
