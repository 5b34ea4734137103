import type { Content } from '../model/content';
import type { PostFacts } from '../model/postFacts';
import type { Adaptation } from '../model/published';
import type { Count } from '../model/text';
import { hashtagsIn, shortened, split, textWithUtm, withFewerHashtags, withUtm } from '../model/text';
import { counted, mostText, unitOf } from './check';
import { isWebAddress } from './compose';
import type { Draft } from './compose';

/** How far adapting may go. */
export interface Taste {
	/** What becomes of a text that is too long. */
	longText: 'split' | 'shorten' | 'keep';
	/** Hashtags above what the network takes, or above what it advises. */
	hashtags: 'drop' | 'advised' | 'keep';
	/** Where a link goes that cannot be clicked in the text, or has no preview under media. */
	link: 'comment' | 'keep';
}

export const usualTaste: Taste = { longText: 'split', hashtags: 'drop', link: 'keep' };

interface Adapted {
	draft: Draft;
	changes: Adaptation[];
}

type Rule = (draft: Draft, facts: PostFacts, taste: Taste, content: Content) => Adapted;

const unchanged = (draft: Draft): Adapted => ({ draft, changes: [] });
const first = ({ texts: [text] }: Draft) => text;
/** The first text changed; those of a thread that follow it stay. */
const withText = (draft: Draft, text: string): Draft => ({ ...draft, texts: [text, ...draft.texts.slice(1)] });

/** Campaign parameters are asked for by the content itself, on every link. */
const utm: Rule = (draft, _facts, _taste, { utm: parameters }) => {
	const changes: Adaptation[] = [];
	const tagged = (field: string, before: string, after: string) => {
		if (after !== before) changes.push({ field, rule: 'utm', before, after, why: 'The content names a campaign.' });
		return after;
	};
	const [head, ...others] = draft.texts.map((text) => tagged('text', text, textWithUtm(text, parameters)));
	const link = draft.link && tagged('link', draft.link, withUtm(draft.link, parameters));
	const firstComment = draft.firstComment && tagged('first comment', draft.firstComment, textWithUtm(draft.firstComment, parameters));
	return changes.length === 0 ? unchanged(draft) : { draft: { ...draft, texts: [head ?? '', ...others], link, firstComment }, changes };
};

const fewerHashtags: Rule = (draft, { hashtags }, { hashtags: choice }) => {
	const most = choice === 'keep' ? undefined : choice === 'advised' ? (hashtags?.advised ?? hashtags?.most) : hashtags?.most;
	const found = hashtagsIn(first(draft)).length;
	if (most === undefined || found <= most) return unchanged(draft);
	const after = withFewerHashtags(first(draft), most);
	const why = choice === 'advised' ? `${most} hashtags are advised here; there were ${found}.` : `${most} hashtags are allowed here; there were ${found}.`;
	return { draft: withText(draft, after), changes: [{ field: 'hashtags', rule: 'dropped', before: first(draft), after, why }] };
};

/** A text without the paragraph that is nothing but this link. */
const withoutLink = (text: string, link: string) => text.split('\n\n').filter((paragraph) => paragraph.trim() !== link).join('\n\n');

const placedLink: Rule = (draft, facts, { link: choice }, content) => {
	const text = first(draft);
	const link = content.link && withUtm(content.link, content.utm);
	const hidden = facts.link === 'none' && draft.link !== undefined;
	// Under media the link stands in the text, where it takes room and has no preview. One within a sentence stays there.
	const without = link && facts.link === 'preview' && draft.media.length > 0 ? withoutLink(text, link) : text;
	if (choice === 'comment' && link && isWebAddress(link) && (hidden || without !== text) && facts.firstComment && !draft.firstComment) {
		const why = hidden ? 'Links in a text cannot be clicked here.' : 'Under media a link has no preview.';
		return { draft: { ...withText(draft, without), link: undefined, firstComment: link }, changes: [{ field: 'link', rule: 'moved', before: text, after: `${without} · first comment: ${link}`, why }] };
	}
	if (!hidden) return unchanged(draft);
	return { draft: { ...draft, link: undefined }, changes: [{ field: 'link', rule: 'left out', before: draft.link ?? '', after: '', why: 'Links in a text cannot be clicked here.' }] };
};

const isTail = (paragraph: string) => paragraph.trim().split(/\s+/).every((word) => /^(#|@|https?:)\S/i.test(word));

/** The last paragraphs of a text that are nothing but links, hashtags and mentions: what is shortened is the text before them. */
function tailOf(text: string): string {
	const paragraphs = text.split('\n\n');
	const last = paragraphs.findLastIndex((paragraph) => !isTail(paragraph));
	return paragraphs.slice(Math.max(last, 0) + 1).map((paragraph) => `\n\n${paragraph}`).join('');
}

function shorter(text: string, most: number, count: Count): string {
	const tail = tailOf(text);
	if (tail === '' || count(tail) > most / 2) return shortened(text, most, count);
	return `${shortened(text.slice(0, -tail.length), most - count(tail), count)}${tail}`;
}

const shorterText: Rule = (draft, facts, { longText: choice }) => {
	const text = first(draft);
	const most = mostText(facts, draft.media.length > 0);
	const count = (part: string) => counted(part, facts);
	if (choice === 'keep' || count(text) <= most) return unchanged(draft);
	const why = `${most} ${unitOf(facts)} are allowed here; there were ${count(text)}.`;
	if (choice === 'split' && facts.thread) {
		// What does not fit under media may be longer in the messages after it.
		const [head = '', ...others] = split(text, facts.text.most, count, most);
		return { draft: { ...draft, texts: [head, ...others, ...draft.texts.slice(1)] }, changes: [{ field: 'text', rule: 'split', before: text, after: [head, ...others].join('\n— — —\n'), why }] };
	}
	const after = shorter(text, most, count);
	return { draft: withText(draft, after), changes: [{ field: 'text', rule: 'shortened', before: text, after, why }] };
};

const leftOut: Rule = (draft, facts) => {
	const changes: Adaptation[] = [];
	const { firstComment, stories, title } = draft;
	if (title && !facts.title) changes.push({ field: 'title', rule: 'left out', before: title, after: '', why: 'Posts have no titles here.' });
	if (firstComment && !facts.firstComment) changes.push({ field: 'first comment', rule: 'left out', before: firstComment, after: '', why: 'There are no comments here that an app may write.' });
	if (stories.length > 0 && !facts.story) changes.push({ field: 'stories', rule: 'left out', before: String(stories.length), after: '0', why: 'There are no stories here that an app may publish.' });
	const told = draft.media.filter(({ alt }) => alt && !facts.alt).length;
	if (told > 0) changes.push({ field: 'alternative texts', rule: 'left out', before: String(told), after: '0', why: 'There are no alternative texts here.' });
	const covered = draft.media.filter(({ cover }) => cover && !facts.cover).length;
	if (covered > 0) changes.push({ field: 'covers', rule: 'left out', before: String(covered), after: '0', why: 'An app may not choose the cover of a video here.' });
	const media = told + covered === 0 ? draft.media : draft.media.map((one) => ({ ...one, alt: facts.alt ? one.alt : undefined, cover: facts.cover ? one.cover : undefined }));
	return { draft: { ...draft, media, title: facts.title ? title : undefined, firstComment: facts.firstComment ? firstComment : undefined, stories: facts.story ? stories : [] }, changes };
};

const shorterComment: Rule = (draft, facts, { longText: choice }) => {
	const most = facts.firstComment?.most ?? Infinity;
	const count = (part: string) => counted(part, facts);
	if (choice === 'keep' || !draft.firstComment || count(draft.firstComment) <= most) return unchanged(draft);
	const after = shortened(draft.firstComment, most, count);
	return { draft: { ...draft, firstComment: after }, changes: [{ field: 'first comment', rule: 'shortened', before: draft.firstComment, after, why: `${most} characters are allowed here.` }] };
};

const shorterTitle: Rule = (draft, { title: facts }, { longText: choice }) => {
	const { title } = draft;
	if (choice === 'keep' || !title || !facts || title.length <= facts.most) return unchanged(draft);
	const after = shortened(title, facts.most, (part) => part.length);
	return { draft: { ...draft, title: after }, changes: [{ field: 'title', rule: 'shortened', before: title, after, why: `${facts.most} characters are allowed here for a title.` }] };
};

const shorterAlt: Rule = (draft, { alt }) => {
	const most = alt?.most ?? Infinity;
	const changes: Adaptation[] = [];
	const media = draft.media.map((one, index) => {
		if (!one.alt || [...one.alt].length <= most) return one;
		const after = shortened(one.alt, most, (part) => [...part].length);
		changes.push({ field: `media ${index + 1}`, rule: 'shortened', before: one.alt, after, why: `${most} characters are allowed here for an alternative text.` });
		return { ...one, alt: after };
	});
	return { draft: { ...draft, media }, changes };
};

const fewerFiles: Rule = (draft, { media: { most = Infinity } }) => {
	if (draft.media.length <= most) return unchanged(draft);
	const change = { field: 'media', rule: 'left out', before: `${draft.media.length} files`, after: `the first ${most}`, why: `One post takes ${most} files here.` };
	return { draft: { ...draft, media: draft.media.slice(0, most) }, changes: [change] };
};

/** What a network never shows is not a matter of taste; both of these also run where adapting is off, and are told. */
const always: readonly Rule[] = [utm, leftOut];
const all: readonly Rule[] = [utm, leftOut, placedLink, fewerHashtags, shorterTitle, shorterText, shorterComment, shorterAlt, fewerFiles];

/** The post as the network takes it, and every change that was made to it. Without a taste only what the network cannot show is left out. */
export function adapt(draft: Draft, facts: PostFacts, content: Content, taste?: Taste): Adapted {
	const rules = taste ? all : always;
	return rules.reduce<Adapted>(
		({ draft: now, changes }, rule) => {
			const next = rule(now, facts, taste ?? usualTaste, content);
			return { draft: next.draft, changes: [...changes, ...next.changes] };
		},
		{ draft, changes: [] },
	);
}
