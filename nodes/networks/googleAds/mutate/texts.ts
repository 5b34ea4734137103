import { refused } from '../../../core/errors';

/** The name of something, without what surrounds it. */
export function nameIn(text: unknown, most: number, field = 'Name'): string {
	const name = String(text ?? '').trim();
	if (name === '') throw refused(field, 'is empty.', `Fill in “${field}”.`);
	if (name.length > most) throw refused(field, `has ${name.length} characters; Google allows ${most}.`, `Shorten it by ${name.length - most}.`);
	return name;
}

/** One text a line, as people write a list; an expression may also give a list. */
export function linesIn(text: unknown): string[] {
	const lines: unknown[] = Array.isArray(text) ? text : String(text ?? '').split(/\r?\n/);
	return lines.map((line) => String(line ?? '').trim()).filter(Boolean);
}

/** Chinese, Japanese and Korean characters, and emoji, take two places. https://support.google.com/google-ads/answer/1704389 */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** What a reader may get to see: the default of `{KeyWord:Default}` and of `{CUSTOMIZER.name:Default}`; a countdown's length is not known. */
const visible = (text: string) => text.replace(/\{(?:keyword|customizer\.[^:}]+):([^}]*)\}/gi, '$1').replace(/\{=?countdown\([^}]*\}/gi, '');

/** Places that a text takes in an ad. */
export const widthOf = (text: string): number => [...visible(text)].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

interface Limit {
	least?: number;
	most: number;
	characters: number;
}

/** The texts of an ad: how many there are, how long each is, and that none stands twice. */
export function textsIn(field: string, text: unknown, { least = 0, most, characters }: Limit): string[] {
	const lines = linesIn(text);
	if (lines.length < least) throw refused(field, `there are ${lines.length}; Google wants ${least} to ${most}.`, `Add ${least - lines.length} more, one a line.`);
	if (lines.length > most) throw refused(field, `there are ${lines.length}; Google takes at most ${most}.`, `Leave ${lines.length - most} out.`);
	for (const line of lines) checkWidth(field, line, characters);
	const twice = lines.find((line, index) => lines.indexOf(line) !== index);
	if (twice === undefined) return lines;
	throw refused(field, `“${twice}” stands twice.`, 'Leave one of them out.');
}

export function checkWidth(field: string, text: string, characters: number): void {
	const width = widthOf(text);
	if (width <= characters) return;
	throw refused(field, `“${text}” has ${width} characters; Google allows ${characters}.`, `Shorten it by ${width - characters}. Characters of Chinese, Japanese and Korean count twice.`);
}

/** An address that an ad may lead to. */
export function urlIn(field: string, text: unknown, characters: number): string {
	const url = String(text ?? '').trim();
	if (!/^https?:\/\/[^\s/]+\.[^\s/]+\S*$/i.test(url)) throw refused(field, `“${url}” is not the address of a page.`, 'Give the whole of it, such as https://www.example.com/bouquets.');
	if (url.length <= characters) return url;
	throw refused(field, `has ${url.length} characters; Google allows ${characters}.`, 'Use a shorter address.');
}
