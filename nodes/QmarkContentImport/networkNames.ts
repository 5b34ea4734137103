import { bare } from './cells';

/** The networks that contents can name, and what else people call them. Which of them can be published to is the Publisher's to say. */
export const networkWords: Readonly<Record<string, readonly string[]>> = {
	facebook: ['fb', 'facebook page', 'page facebook', 'página facebook'],
	instagram: ['insta', 'ig'],
	telegram: ['tg'],
	threads: [],
	tiktok: ['tt'],
	linkedin: ['li'],
	pinterest: ['pin'],
	youtube: ['yt'],
	whatsapp: ['wa'],
	gmail: ['email', 'mail', 'courriel'],
};

const byWord: ReadonlyMap<string, string> = new Map(Object.entries(networkWords).flatMap(([network, words]) => [network, ...words].map((word): [string, string] => [bare(word), network])));

/** A network by its name or what else it is called, spaces and case aside. */
export const networkOf = (word: string): string | undefined => byWord.get(word) ?? byWord.get(bare(word));

/** Every word for a network, letters and digits alone, longest first. */
export const networkSpellings: readonly (readonly [string, string])[] = [...byWord].sort(([one], [other]) => other.length - one.length);

/** How many letters have to be added, taken away or changed to get from one word to the other. */
function distance(one: string, other: string): number {
	let above = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [row, letter] of [...one].entries()) {
		const line = [row + 1];
		for (const [column, theirs] of [...other].entries()) {
			line.push(Math.min((above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1, (above[column] ?? 0) + (letter === theirs ? 0 : 1)));
		}
		above = line;
	}
	return above.at(-1) ?? 0;
}

/** The network whose name is nearest to a misspelled word, where one is near. */
export function nearestNetwork(word: string): string | undefined {
	const letters = bare(word);
	const near = Object.keys(networkWords).map((name) => ({ name, far: distance(letters, name) })).sort((one, other) => one.far - other.far)[0];
	return near && letters.length > 3 && near.far <= 3 && near.far < near.name.length / 2 ? near.name : undefined;
}
