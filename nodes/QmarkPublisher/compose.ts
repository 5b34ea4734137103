import type { Content, Media } from '../model/content';
import type { PostFacts } from '../model/postFacts';
import { hashtagsIn, mentionsIn } from '../model/text';

/** A content as it would go out on one network, nothing left out and nothing shortened yet. */
export interface Draft {
	/** One, or several of a thread. */
	texts: readonly [string, ...string[]];
	link?: string;
	firstComment?: string;
	media: readonly Media[];
	stories: readonly Media[];
}

const missingTags = (text: string, wanted: readonly string[]) => {
	const there = new Set(hashtagsIn(text).map((tag) => tag.toLowerCase()));
	return wanted.map((tag) => `#${tag.replace(/^#/, '')}`).filter((tag) => !there.has(tag.toLowerCase()));
};

const missingMentions = (text: string, wanted: readonly string[]) => {
	const there = new Set(mentionsIn(text).map((name) => name.toLowerCase()));
	return wanted.map((name) => `@${name.replace(/^@/, '')}`).filter((name) => !there.has(name.toLowerCase()));
};

/** The network's own text if there is one, with the mentions and hashtags that it does not hold yet, and the link where a network shows it in the text. */
export function compose(content: Content, network: string, facts: PostFacts): Draft {
	const text = (content.variants[network] ?? content.text).trim();
	const media = content.media.filter(({ role }) => role === 'post');
	const tail = [missingMentions(text, content.mentions).join(' '), missingTags(text, content.hashtags).join(' ')].filter(Boolean);
	const inText = content.link && !text.includes(content.link) && (facts.link === 'text' || (facts.link === 'preview' && media.length > 0));
	return {
		texts: [[text, inText ? content.link : '', ...tail].filter(Boolean).join('\n\n')],
		link: inText ? undefined : content.link,
		firstComment: content.firstComment || undefined,
		media,
		stories: content.media.filter(({ role }) => role === 'story'),
	};
}
