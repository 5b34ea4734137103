/**
 * What readers see of a `commentary`. From the first reserved character on that is neither escaped nor part of a known element, LinkedIn
 * drops the rest without a word. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export function readersSee(commentary: string): string {
	const element = /\\([\s\S])|@\[([^\]]*)\]\(urn:li:[^)]*\)|\{hashtag\|\\#\|([^}]*)\}|(#[\p{L}\p{N}][\p{L}\p{N}_]*)|([^\\|{}@[\]()<>#*_~])/uy;
	let seen = '';
	for (let found = element.exec(commentary); found; found = element.exec(commentary)) {
		const [, escaped, mention, template, hashtag, plain] = found;
		seen += escaped ?? mention ?? (template === undefined ? undefined : `#${template}`) ?? hashtag ?? plain ?? '';
	}
	return seen;
}
