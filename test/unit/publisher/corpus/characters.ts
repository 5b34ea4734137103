/** What one sample counts: Instagram counts code points; Telegram and Facebook count UTF-16 units, as JavaScript does; Threads counts an emoji’s UTF-8 bytes, and other code points as one. */
export interface Character {
	name: string;
	sample: string;
	points: number;
	units: number;
	bytes: number;
}

export const characters: readonly Character[] = [
	{ name: 'Latin letters', sample: 'a', points: 1, units: 1, bytes: 1 },
	{ name: 'accents in one code point', sample: '\u00e9', points: 1, units: 1, bytes: 1 },
	{ name: 'combining accents', sample: 'e\u0301', points: 2, units: 2, bytes: 2 },
	{ name: 'emojis', sample: '\u{1f337}', points: 1, units: 2, bytes: 4 },
	{ name: 'emojis with a skin tone', sample: '\u{1f44b}\u{1f3fd}', points: 2, units: 4, bytes: 8 },
	{ name: 'flags', sample: '\u{1f1eb}\u{1f1f7}', points: 2, units: 4, bytes: 8 },
	{ name: 'families joined by ZWJ', sample: '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}', points: 7, units: 11, bytes: 25 },
	{ name: 'hearts with a variation selector', sample: '\u2764\ufe0f', points: 2, units: 2, bytes: 6 },
	{ name: 'keycaps', sample: '1\ufe0f\u20e3', points: 3, units: 3, bytes: 7 },
	{ name: 'Japanese', sample: '花', points: 1, units: 1, bytes: 1 },
	{ name: 'Japanese with separate voicing marks', sample: 'か\u3099', points: 2, units: 2, bytes: 2 },
	{ name: 'rare ideographs outside the base plane', sample: '\u{20bb7}', points: 1, units: 2, bytes: 1 },
	{ name: 'Arabic with vowel marks', sample: '\u0628\u064e', points: 2, units: 2, bytes: 2 },
];

/** Exactly `length`, of as many samples as fit and letters for the rest. */
export function textOf({ sample, ...weights }: Character, by: 'points' | 'units' | 'bytes', length: number): string {
	const weight = weights[by];
	return sample.repeat(Math.floor(length / weight)) + 'z'.repeat(length % weight);
}
