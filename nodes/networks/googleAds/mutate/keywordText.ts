import { refused } from '../../../core/errors';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';

export type MatchType = 'BROAD' | 'EXACT' | 'PHRASE';

const { characters, words } = googleAdsWrites.keyword;

/** What ad editors write around a keyword for its match type. */
const marks = /^(\[.*\]|".*"|“.*”|\+.*)$/;

/** The text of a keyword, which may also be a negative one. */
export function keywordIn(text: unknown): string {
	const keyword = String(text ?? '').trim().replace(/\s+/g, ' ');
	if (keyword === '') throw refused('Keyword', 'is empty.', 'Fill in “Keyword”.');
	if (marks.test(keyword)) throw refused('Keyword', `“${keyword}” has the signs of a match type around it.`, 'Leave them out and choose “Match Type”.');
	if (keyword.length > characters) throw refused('Keyword', `“${keyword}” has ${keyword.length} characters; Google allows ${characters}.`, `Shorten it by ${keyword.length - characters}.`);
	const count = keyword.split(' ').length;
	if (count > words) throw refused('Keyword', `“${keyword}” has ${count} words; Google allows ${words}.`, `Leave ${count - words} out.`);
	return keyword;
}

/** Google knows a keyword by its words, whatever their case, and its match type. */
export const keyOf = (parent: unknown, text: unknown, matchType: unknown): string => JSON.stringify([String(parent), String(text).toLowerCase(), String(matchType)]);

/** The same word may stand in capitals, which GAQL tells apart. */
export const spellings = (text: string): string[] => [...new Set([text, text.toLowerCase()])];
