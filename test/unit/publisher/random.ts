/** The same row of numbers from 0 to 1 for the same seed, so that what fails once fails again. Mulberry32. */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const family = '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';
const words = ['rose', 'Rosen.', 'été', 'e\u0301te\u0301', 'vraiment?', 'Oui!', 'M.', 'n°1', '\u{1f337}', family, '\u{1f1eb}\u{1f1f7}', '\u{1f44b}\u{1f3fd}', '1\ufe0f\u20e3', '花です。', 'ورود', '#fleur', '@camelia', 'https://camelia.example/a?b=1&c=2!d', 'bonjour@camelia.example', '29,90', '€', '«', '»'];
const spaces = [' ', ' ', ' ', '  ', '\n', '\n\n', '\u00a0'];

const pick = <T>(from: readonly T[], random: () => number): T => {
	const one = from[Math.floor(random() * from.length)];
	if (one === undefined) throw new Error('There is nothing to pick from.');
	return one;
};

/** A text of so many words, as no person writes it: emojis, links, accents and scripts side by side. */
export const wildText = (random: () => number, length: number): string => Array.from({ length }, () => pick(words, random) + pick(spaces, random)).join('').trim();

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
