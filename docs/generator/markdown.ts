/** A cell's text: pipes would end it, line breaks the row, and angle brackets would be read as HTML. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s*\n\s*/g, ' ');

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')}\``;

/** A table of finished cells; the first row is its head. `align` is one letter a column: `l` or `r`. */
export function table([head = [], ...rows]: string[][], align = ''): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map((_, column) => (align[column] === 'r' ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** The anchor that GitHub gives a heading. */
export const anchor = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replaceAll(' ', '-');

/** Puts `content` between `<!-- name -->` and `<!-- /name -->`. Throws when a marker is missing. */
export function replaceBetween(text: string, name: string, content: string): string {
	const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
	if (start < 0 || end < start) throw new Error(`README.md has no ${opening} … ${closing}: put both markers back where the generated text belongs.`);
	return `${text.slice(0, start + opening.length)}\n${content}\n${text.slice(end)}`;
}
