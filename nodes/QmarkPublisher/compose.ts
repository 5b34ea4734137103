import type { Content, Media } from '../model/content';
import type { PostFacts } from '../model/postFacts';
import { hashtagsIn, linksIn, mentionsIn, shortened } from '../model/text';

/** A content as it would go out on one network, nothing left out and nothing shortened yet. */
export interface Draft {
	title?: string;
	/** One, or several of a thread. */
	texts: readonly [string, ...string[]];
	link?: string;
	firstComment?: string;
	media: readonly Media[];
	stories: readonly Media[];
}

/** Those that a text does not hold yet, in any case of letters, with their mark. */
function missing(wanted: readonly string[], mark: string, there: readonly string[]): string {
	const known = new Set(there.map((one) => one.toLowerCase()));
	return wanted
		.map((one) => `${mark}${one.replace(new RegExp(`^${mark}+`), '')}`)
		.filter((one) => !known.has(one.toLowerCase()) && known.add(one.toLowerCase()))
		.join(' ');
}

/** The content's own title, or what its text begins with: the first line, as much of it as fits. */
function titleOf({ title }: Content, text: string, { title: facts }: PostFacts): string | undefined {
	if (!facts || title) return title;
	const [line = ''] = text.split('\n');
	return shortened(line.trim(), facts.most, (part) => part.length) || undefined;
}

/** An address that a browser opens. */
export const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

const holds = (text: string, link: string) => linksIn(text).includes(link) || text.split(/\s+/).includes(link);

/** The network's own text if there is one, with the mentions and hashtags that it does not hold yet, and the link where a network shows it in the text. */
export function compose(content: Content, network: string, facts: PostFacts): Draft {
	const text = (content.variants[network] ?? content.text).trim();
	const media = content.media.filter(({ role }) => role === 'post');
	const { link } = content;
	// What is no link stays beside the text, where it is found out.
	const inText = link && isWebAddress(link) && (facts.link === 'text' || (facts.link === 'preview' && media.length > 0));
	const tail = [missing(content.mentions, '@', mentionsIn(text)), missing(content.hashtags, '#', hashtagsIn(text))];
	return {
		title: titleOf(content, text, facts),
		texts: [[text, inText && !holds(text, link) ? link : '', ...tail].filter(Boolean).join('\n\n')],
		link: inText ? undefined : link,
		firstComment: content.firstComment || undefined,
		media,
		stories: content.media.filter(({ role }) => role === 'story'),
	};
}
