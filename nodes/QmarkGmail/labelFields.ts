import type { INodeProperties } from 'n8n-workflow';

const background = { displayName: 'Background Color', name: 'backgroundColor', type: 'color', default: '#16a766', description: 'One of the colors that Gmail offers; the text color must be set too' } as const satisfies INodeProperties;
const textColor = { displayName: 'Text Color', name: 'textColor', type: 'color', default: '#ffffff', description: 'One of the colors that Gmail offers; the background color must be set too' } as const satisfies INodeProperties;

const inList = {
	displayName: 'Label List Visibility',
	name: 'labelListVisibility',
	type: 'options',
	options: [
		{ name: 'Hide', value: 'labelHide' },
		{ name: 'Show', value: 'labelShow' },
		{ name: 'Show if Unread', value: 'labelShowIfUnread' },
	],
	default: 'labelShow',
	description: 'Whether the label is in the list at the left',
} as const satisfies INodeProperties;

const onMessages = {
	displayName: 'Message List Visibility',
	name: 'messageListVisibility',
	type: 'options',
	options: [
		{ name: 'Hide', value: 'hide' },
		{ name: 'Show', value: 'show' },
	],
	default: 'show',
	description: 'Whether the label is shown on messages in a list',
} as const satisfies INodeProperties;

export const labelName = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', placeholder: 'e.g. Customers/New', description: 'A slash makes it a label within another' } as const satisfies INodeProperties;

const newName = { displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. Customers/New', description: 'A slash makes it a label within another' } as const satisfies INodeProperties;

export const labelOptions = { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options: [background, inList, onMessages, textColor] } as const satisfies INodeProperties;

export const labelChanges = { displayName: 'Update Fields', name: 'updateFields', type: 'collection', placeholder: 'Add Field', default: {}, options: [background, inList, onMessages, newName, textColor] } as const satisfies INodeProperties;
