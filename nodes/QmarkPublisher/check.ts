import type { PostFacts } from '../model/postFacts';
import { hashtagsIn, linksIn, mentionsIn } from '../model/text';
import { checkMedia } from './checkMedia';
import { isWebAddress } from './compose';
import type { Draft } from './compose';
import type { Found } from './finding';
import { listed } from './finding';

export const unitOf = ({ text: { unit } }: PostFacts) => unit ?? 'characters';

export const counted = (text: string, { text: { count } }: PostFacts) => count?.(text) ?? text.length;

/** Longest text: under media some networks take less. */
export const mostText = ({ text }: PostFacts, underMedia: boolean) => (underMedia ? (text.underMedia ?? text.most) : text.most);

function checkLength({ texts, media }: Draft, facts: PostFacts): Found[] {
	return texts.flatMap((text, index) => {
		const underMedia = index === 0 && media.length > 0;
		const [most, length] = [mostText(facts, underMedia), counted(text, facts)];
		if (length <= most) return [];
		const where = underMedia && facts.text.underMedia !== undefined ? ' under media' : '';
		const fix = `Shorten it by ${length - most}${facts.thread ? ', or let it be split into several messages' : ''}.`;
		return [{ severity: 'error' as const, field: texts.length > 1 ? `text ${index + 1}` : 'text', rule: 'text-length', message: `It has ${length} ${unitOf(facts)}; allowed${where} are ${most}.`, limit: most, found: length, fix, source: facts.text.source }];
	});
}

function checkTags({ texts }: Draft, { hashtags, mentions }: PostFacts): Found[] {
	const text = texts.join('\n');
	const [tags, names] = [hashtagsIn(text).length, mentionsIn(text).length];
	const found: Found[] = [];
	if (hashtags?.most !== undefined && tags > hashtags.most) {
		found.push({ severity: 'error', field: 'hashtags', rule: 'hashtags', message: `There are ${tags} hashtags; allowed are ${hashtags.most}.`, limit: hashtags.most, found: tags, fix: `Take ${tags - hashtags.most} out.`, source: hashtags.source });
	} else if (hashtags?.advised !== undefined && tags > hashtags.advised) {
		found.push({ severity: 'warning', field: 'hashtags', rule: 'hashtags-advised', message: `There are ${tags} hashtags; the app itself takes ${hashtags.advised}.`, limit: hashtags.advised, found: tags, fix: `Keep the best ${hashtags.advised}.`, source: hashtags.source });
	}
	if (mentions && names > mentions.most) {
		found.push({ severity: 'error', field: 'mentions', rule: 'mentions', message: `There are ${names} mentions; allowed are ${mentions.most}.`, limit: mentions.most, found: names, fix: `Take ${names - mentions.most} out.`, source: mentions.source });
	}
	return found;
}

const isBelow = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/** A link counts once, wherever and however often it stands. */
function checkLinkCount({ texts, link }: Draft, { links }: PostFacts): Found[] {
	return texts.flatMap((text, index) => {
		const count = new Set([...linksIn(text), ...(index === 0 && link !== undefined ? [link] : [])]).size;
		if (!links || count <= links.most) return [];
		return [{ severity: 'error' as const, field: texts.length > 1 ? `text ${index + 1}` : 'text', rule: 'links', message: `There are ${count} links; allowed are ${links.most}.`, limit: links.most, found: count, fix: `Take ${count - links.most} out.`, source: links.source }];
	});
}

function checkLinks({ texts, link }: Draft, { link: shown, refusedLinks }: PostFacts): Found[] {
	const found: Found[] = [];
	if (link !== undefined && !isWebAddress(link)) {
		found.push({ severity: 'error', field: 'link', rule: 'link-url', message: `“${link.slice(0, 80)}” is no web address.`, found: link.slice(0, 80), fix: 'Give an address that starts with https://.' });
	} else if (link !== undefined && refusedLinks?.hosts.some((host) => isBelow(new URL(link).hostname, host))) {
		found.push({ severity: 'error', field: 'link', rule: 'link-refused', message: 'Links to its own pages are refused.', limit: listed(refusedLinks.hosts), found: new URL(link).hostname, fix: 'Use another link.', source: refusedLinks.source });
	}
	if (shown === 'none' && (link !== undefined || linksIn(texts.join('\n')).length > 0)) {
		found.push({ severity: 'warning', field: 'link', rule: 'link-unclickable', message: 'Links in a text cannot be clicked here.', fix: 'Put the link into the profile, and say so in the text.' });
	}
	return found;
}

function checkComment({ firstComment }: Draft, facts: PostFacts): Found[] {
	if (!firstComment) return [];
	if (!facts.firstComment) return [{ severity: 'warning', field: 'first comment', rule: 'comment', message: 'There are no comments here that an app may write: it is left out.', fix: 'Say it in the text.' }];
	const [most, length] = [facts.firstComment.most, counted(firstComment, facts)];
	if (length <= most) return [];
	return [{ severity: 'error', field: 'first comment', rule: 'comment-length', message: `It has ${length} characters; allowed are ${most}.`, limit: most, found: length, fix: `Shorten it by ${length - most}.`, source: facts.firstComment.source }];
}

function checkSubstance({ texts: [text], link, media, stories }: Draft, { textOnly, files, media: { source } }: PostFacts): Found[] {
	if (media.length > 0 || (stories.length > 0 && text === '')) return [];
	if (!textOnly) return [{ severity: 'error', field: 'media', rule: 'media-missing', message: 'A post needs an image or a video here.', limit: 1, found: 0, fix: `Add one: ${Object.values(files).map(({ taken }) => taken).join(', ')}.`, source }];
	if (text !== '' || link) return [];
	return [{ severity: 'error', field: 'text', rule: 'empty', message: 'There is no text, link or file.', fix: 'Fill in one of them.' }];
}

function checkTitle({ title = '' }: Draft, { title: facts }: PostFacts): Found[] {
	if (!facts) return [];
	const { most, source } = facts;
	if (title === '' && facts.required) return [{ severity: 'error', field: 'title', rule: 'title-missing', message: 'A post needs a title here, and there is no text to take it from.', fix: 'Give a title or a text.', source }];
	if (title.length <= most) return [];
	return [{ severity: 'error', field: 'title', rule: 'title-length', message: `It has ${title.length} characters; allowed are ${most}.`, limit: most, found: title.length, fix: `Shorten it by ${title.length - most}.`, source }];
}

/** All that a network would refuse or change of this post, as far as it can be known without asking anybody. */
export const check = (draft: Draft, facts: PostFacts): Found[] => [
	...checkSubstance(draft, facts),
	...checkTitle(draft, facts),
	...checkLength(draft, facts),
	...checkTags(draft, facts),
	...checkLinks(draft, facts),
	...checkLinkCount(draft, facts),
	...checkComment(draft, facts),
	...checkMedia(draft, facts),
];
