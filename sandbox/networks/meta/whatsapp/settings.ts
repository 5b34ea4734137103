import { isTexts, oneOf } from '../../oauth/grantSettings';

/** `{"meta": {"whatsapp": {…}}}`, see README.md. */
export interface WhatsAppSettings {
	/** How a message that cannot be delivered fails: in the answer, or by a status webhook after an answer that says `accepted`. */
	refusals: 'error' | 'status';
	/** Whether people who have never written may be written to at any time. Real ones may not. */
	strangers: 'open' | 'closed';
	/** Messages to one person that may go at once; every six seconds another one. */
	pairBurst: number;
	/** Messages a second of one number. */
	perSecond: number;
	/** Phone numbers and user IDs of people who want no marketing. */
	optedOut: string[];
	/** Phone number or user ID → the code with which every message to it fails. */
	refuse: Record<string, number>;
	/** Whether messages that arrived are read at once. */
	readReceipts: boolean;
}

export const defaults: Readonly<WhatsAppSettings> = {
	...{ refusals: 'status', strangers: 'open', pairBurst: 45, perSecond: 80 },
	...{ optedOut: [], refuse: {}, readReceipts: true },
};

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
const isCodes = (value: unknown): value is Record<string, number> => typeof value === 'object' && value !== null && Object.values(value).every(isCount);

type Reader = (settings: WhatsAppSettings, value: unknown) => boolean;

const countInto =
	(name: 'pairBurst' | 'perSecond'): Reader =>
	(settings, value) => {
		if (!isCount(value)) return false;
		settings[name] = value;
		return true;
	};

const readers: Record<keyof WhatsAppSettings, Reader> = {
	refusals: (settings, value) => oneOf(['error', 'status'], (mood) => (settings.refusals = mood))(value) === undefined,
	strangers: (settings, value) => oneOf(['open', 'closed'], (mood) => (settings.strangers = mood))(value) === undefined,
	pairBurst: countInto('pairBurst'),
	perSecond: countInto('perSecond'),
	optedOut: (settings, value) => {
		if (!isTexts(value)) return false;
		settings.optedOut = value;
		return true;
	},
	refuse: (settings, value) => {
		if (!isCodes(value)) return false;
		settings.refuse = value;
		return true;
	},
	readReceipts: (settings, value) => {
		if (typeof value !== 'boolean') return false;
		settings.readReceipts = value;
		return true;
	},
};

const isSetting = (name: string): name is keyof WhatsAppSettings => name in readers;

/** Takes the settings over; answers a sentence when one is refused. */
export function changeSettings(settings: WhatsAppSettings, changes: Record<string, unknown>): string | undefined {
	for (const [name, value] of Object.entries(changes)) {
		if (!isSetting(name)) return `meta.whatsapp has no setting "${name}"; it knows ${Object.keys(readers).join(', ')}.`;
		if (!readers[name](settings, value)) return `meta.whatsapp setting "${name}" cannot be ${JSON.stringify(value)}; see meta/whatsapp/settings.ts for its shape.`;
	}
	return undefined;
}
