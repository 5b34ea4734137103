import { refused } from '../../../core/errors';

/** The query without what stands in quotes: only its words are looked at. */
export const wordsOf = (query: string) => query.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "''");

interface Mistake {
	found: RegExp;
	message: string;
	hint: string;
}

/** What people write who know SQL. https://developers.google.com/google-ads/api/docs/query/grammar */
const mistakes: readonly Mistake[] = [
	{ found: /^\s*(?!SELECT\b)/i, message: 'begins with something else than SELECT.', hint: 'Write SELECT, the fields, FROM and the resource. To change something, choose another resource of this node.' },
	{ found: /\bSELECT\s+(\w+\.)?\*/i, message: 'has SELECT *, which GAQL does not know.', hint: 'Name the fields, such as SELECT campaign.id, campaign.name.' },
	{ found: /\bOR\b/i, message: 'has OR, which GAQL does not know.', hint: 'Use IN (…) for several values of a field, or run two queries.' },
	{ found: /\bJOIN\b/i, message: 'has JOIN, which GAQL does not know.', hint: 'Fields of the resources that belong to it, such as campaign for ad_group, may be selected as they are.' },
	{ found: /\bGROUP\s+BY\b/i, message: 'has GROUP BY, which GAQL does not know.', hint: 'Rows are summed up by the segments that are selected: leave out what should not divide them.' },
	{ found: /\b(page_?size|OFFSET)\b/i, message: 'asks for a page size, which Google no longer takes: a page has 10,000 rows.', hint: 'Use LIMIT in the query, or Limit below it.' },
	{ found: /\bWHERE\b.*\(\s*[a-z_]+\.[a-z_]+/is, message: 'has conditions in parentheses, which GAQL does not know.', hint: 'Join them with AND only.' },
	{ found: /\bLAST_90_DAYS\b/i, message: 'has LAST_90_DAYS, which GAQL does not know.', hint: 'Write segments.date BETWEEN and the two days.' },
	{ found: /;\s*\S/, message: 'holds more than one query.', hint: 'Run them one after the other.' },
];

const dated = /\bsegments\.(date|week|month|quarter|year)\b/i;
const clause = (query: string, word: string) => new RegExp(`\\b${word}\\b([\\s\\S]*?)(?:\\bFROM\\b|\\bWHERE\\b|\\bORDER\\s+BY\\b|\\bLIMIT\\b|\\bPARAMETERS\\b|$)`, 'i').exec(query)?.[1] ?? '';

export const limitIn = (query: string): number | undefined => {
	const limit = /\bLIMIT\s+(\d+)/i.exec(wordsOf(query))?.[1];
	return limit === undefined ? undefined : Number(limit);
};

/** Changes that one query gives at most. https://developers.google.com/google-ads/api/docs/change-event */
const MOST_CHANGES = 10_000;

function checkChanges(text: string): void {
	if (!/\bFROM\s+change_event\b/i.test(text)) return;
	const limit = limitIn(text);
	if (limit === undefined || limit > MOST_CHANGES) throw refused('Query', `asks for changes without a LIMIT of ${MOST_CHANGES} or less.`, `Add LIMIT ${MOST_CHANGES}.`);
	if (!/change_event\.change_date_time/i.test(clause(text, 'WHERE'))) throw refused('Query', 'asks for changes of any time; Google keeps those of 30 days.', 'Add WHERE change_event.change_date_time >= and a day, AND change_event.change_date_time <= and another.');
}

/** Refuses a query that Google would refuse, before it costs one of the day's operations. Answers it without a semicolon at its end. */
export function checkedQuery(query: string): string {
	const whole = query.trim().replace(/;$/, '').trim();
	const text = wordsOf(whole);
	if ((text.match(/['"]/g) ?? []).length % 2 === 1) throw refused('Query', 'has a quotation mark too few.', 'Close every text; a quotation mark inside one has a backslash before it.');
	const mistake = mistakes.find(({ found }) => found.test(text));
	if (mistake) throw refused('Query', mistake.message, mistake.hint);
	if (dated.test(clause(text, 'SELECT')) && !dated.test(clause(text, 'WHERE'))) throw refused('Query', 'selects days without saying which.', 'Add a time, such as WHERE segments.date DURING LAST_30_DAYS.');
	checkChanges(text);
	return whole;
}

/** So many rows at most, where the query itself names no number and has nothing behind the place for it. */
export function limited(query: string, most: number): string {
	const text = wordsOf(query);
	return /\b(LIMIT|PARAMETERS)\b/i.test(text) || !Number.isFinite(most) ? query : `${query} LIMIT ${most}`;
}

