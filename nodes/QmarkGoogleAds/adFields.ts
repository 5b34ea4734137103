import type { INodeProperties } from 'n8n-workflow';
import { additionalFields, checking, cpcBid, firstStatus, name, newName, runningStatus, status, targetCpa, targetRoas, updateFields } from './changeFields';
import { adGroup, campaign, negativeList } from './targetFields';

/** A bid that may be left to what surrounds it. */
const ownBid = { ...cpcBid, description: 'The most that a click may cost, in the currency of the account, where the campaign bids by hand; 0 sets none' } as const satisfies INodeProperties;

export const newAdGroup = [campaign, name, ownBid, runningStatus, checking] as const;

export const adGroupChanges = { ...updateFields, options: [cpcBid, newName, status, targetCpa, targetRoas] } as const satisfies INodeProperties;

const keywordText = { displayName: 'Keyword', name: 'text', type: 'string', required: true, default: '', placeholder: 'e.g. wedding bouquet', description: 'Up to 80 characters and 10 words, without signs of a match type' } as const satisfies INodeProperties;

const matchType = {
	displayName: 'Match Type',
	name: 'matchType',
	type: 'options',
	options: [
		{ name: 'Broad', value: 'BROAD', description: 'Searches about the same subject' },
		{ name: 'Exact', value: 'EXACT', description: 'Searches of the same meaning' },
		{ name: 'Phrase', value: 'PHRASE', description: 'Searches that include the meaning' },
	],
	default: 'PHRASE',
} as const satisfies INodeProperties;

export const newKeyword = [adGroup, keywordText, matchType, ownBid, runningStatus, checking] as const;

const finalUrl = { displayName: 'Final URL', name: 'finalUrl', type: 'string', default: '', placeholder: 'e.g. https://www.example.com/bouquets', description: 'The page that people get to' } as const satisfies INodeProperties;

export const keywordChanges = { ...updateFields, options: [cpcBid, finalUrl, status] } as const satisfies INodeProperties;

export const level = {
	displayName: 'Level',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Ad Group', value: 'adGroup' },
		{ name: 'Campaign', value: 'campaign' },
		{ name: 'Negative Keyword List', value: 'list', description: 'All campaigns that use the list' },
	],
	default: 'campaign',
	description: 'Where searches with the keyword are kept out',
} as const satisfies INodeProperties;

/** Where negative keywords are. */
export const place = [
	level,
	{ ...adGroup, displayOptions: { show: { level: ['adGroup'] } } },
	{ ...campaign, displayOptions: { show: { level: ['campaign'] } } },
	{ ...negativeList, displayOptions: { show: { level: ['list'] } } },
] as const satisfies INodeProperties[];

export const newNegative = [...place, keywordText, matchType, checking] as const;

export const negativeKeyword = {
	displayName: 'Negative Keyword ID',
	name: 'negativeKeyword',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 21000000001~300000000001',
	description: 'The ID that Get Many gives: that of its ad group, campaign or list and its own, with a ~ between them',
} as const satisfies INodeProperties;

const lines = { type: 'string', typeOptions: { rows: 5 }, default: '' } as const;

const headlines = { displayName: 'Headlines', name: 'headlines', ...lines, description: 'One a line, 3 to 15 of them, up to 30 characters each' } as const satisfies INodeProperties;

const descriptions = { displayName: 'Descriptions', name: 'descriptions', ...lines, description: 'One a line, 2 to 4 of them, up to 90 characters each' } as const satisfies INodeProperties;

const path = { type: 'string', default: '', placeholder: 'e.g. bouquets', description: 'A part of the address that the ad shows, up to 15 characters' } as const;

const paths = [{ displayName: 'Path 1', name: 'path1', ...path }, { displayName: 'Path 2', name: 'path2', ...path }] as const satisfies INodeProperties[];

const pin = { type: 'string', typeOptions: { rows: 2 }, default: '', description: 'Texts that show in this place only, one a line, written as above' } as const;

const pins = [
	{ displayName: 'Pin to Description 1', name: 'pinToDescription1', ...pin },
	{ displayName: 'Pin to Description 2', name: 'pinToDescription2', ...pin },
	{ displayName: 'Pin to Headline 1', name: 'pinToHeadline1', ...pin },
	{ displayName: 'Pin to Headline 2', name: 'pinToHeadline2', ...pin },
	{ displayName: 'Pin to Headline 3', name: 'pinToHeadline3', ...pin },
] as const satisfies INodeProperties[];

/** A responsive search ad. */
export const newAd = [adGroup, { ...finalUrl, required: true }, { ...headlines, required: true }, { ...descriptions, required: true }, firstStatus, { ...additionalFields, options: [...paths, ...pins] }, checking] as const satisfies INodeProperties[];

export const adChanges = { ...updateFields, options: [descriptions, finalUrl, headlines, ...paths, ...pins, status] } as const satisfies INodeProperties;
