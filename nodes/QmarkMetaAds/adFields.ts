import type { INodeProperties } from 'n8n-workflow';

export const conversionDomain = { displayName: 'Conversion Domain', name: 'conversionDomain', type: 'string', default: '', placeholder: 'e.g. example.com', description: 'The domain where the conversions happen' } as const satisfies INodeProperties;

export const trackingSpecs = { displayName: 'Tracking Specs (JSON)', name: 'trackingSpecs', type: 'json', default: '', placeholder: 'e.g. [{"action.type": ["offsite_conversion"], "fb_pixel": ["440000000000001"]}]' } as const satisfies INodeProperties;
