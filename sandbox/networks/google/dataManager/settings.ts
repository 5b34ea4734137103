import { flag, oneOf, type Setter } from '../../oauth/grantSettings';
import type { DataManagerStore } from './store';

/** What tests may set of Data Manager and the uploads that were there before it. */
export function dataManagerSetters({ settings }: DataManagerStore): Record<string, Setter> {
	return {
		processingSeconds: (value) => {
			if (typeof value !== 'number' || !(value >= 0)) return 'a number of seconds';
			settings.processingSeconds = value;
			return undefined;
		},
		processingWarning: (value) => {
			if (typeof value !== 'string' || !/^[A-Z_]*$/.test(value)) return 'a reason without its PROCESSING_WARNING_REASON_, or empty';
			settings.processingWarning = value;
			return undefined;
		},
		enhancedConversions: oneOf(['on', 'off', 'unsigned', 'prohibited'], (word) => (settings.enhancedConversions = word)),
		customerMatchTerms: flag((on) => (settings.customerMatchTerms = on)),
		consentDefault: oneOf(['granted', 'unknown'], (word) => (settings.consentDefault = word)),
		legacyUploads: oneOf(['closed', 'open'], (word) => (settings.legacyUploads = word)),
	};
}
