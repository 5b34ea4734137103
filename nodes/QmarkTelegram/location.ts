import type { INodeProperties } from 'n8n-workflow';

/** A point on the map. */
export const placeOnMap = [
	{ displayName: 'Latitude', name: 'latitude', type: 'number', default: 0, typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 6 } },
	{ displayName: 'Longitude', name: 'longitude', type: 'number', default: 0, typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 6 } },
] as const satisfies readonly INodeProperties[];

export const accuracy = {
	displayName: 'Accuracy',
	name: 'horizontal_accuracy',
	type: 'number',
	default: 0,
	description: 'Radius of uncertainty in meters, up to 1500',
} as const satisfies INodeProperties;

export const heading = {
	displayName: 'Heading',
	name: 'heading',
	type: 'number',
	default: 1,
	typeOptions: { minValue: 1, maxValue: 360 },
	description: 'Direction of a moving location, in degrees',
} as const satisfies INodeProperties;

export const livePeriod = {
	displayName: 'Live Period',
	name: 'live_period',
	type: 'number',
	default: 3600,
	typeOptions: { minValue: 60, maxValue: 86400 },
	description: 'Seconds during which the location can be moved by “Edit Live Location”',
} as const satisfies INodeProperties;
