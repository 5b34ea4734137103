import { refused } from '../../core/errors';

const POST = /^urn:li:(?:share|ugcPost|activity):\d+$/;
const COMMENT = /^urn:li:comment:\((urn:li:(?:share|ugcPost|activity):\d+),(\d+)\)$/;

/** A comment within its thread. */
export interface CommentKey {
	urn: string;
	/** The post that it stands under. */
	post: string;
	id: string;
}

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/** The address of a comment leaves `urn:li:` out within its brackets. */
const whole = (urn: string): string => urn.replace(/^urn:li:comment:\((?!urn:)/, 'urn:li:comment:(urn:li:');

/** The URN that a text is, or that an address of LinkedIn's names: that of a comment before that of its post. */
function urnIn(text: string): string {
	const given = decoded(text.trim());
	const [comment] = /urn:li:comment:\([^)]*\)/.exec(given) ?? [];
	if (comment) return whole(comment);
	const [post] = /urn:li:(?:share|ugcPost|activity):\d+/.exec(given) ?? [];
	const [, kind, id] = /\blinkedin\.com\/posts\/[^/?#]+-(share|ugcPost|activity)-(\d+)(?:-|$)/.exec(given) ?? [];
	return post ?? (kind ? `urn:li:${kind}:${id}` : given);
}

/** The URN of a post. `field` is where it stands. */
export function postIn(text: string, field = 'Post ID'): string {
	const urn = urnIn(text);
	if (POST.test(urn)) return urn;
	throw refused(field, `“${text.slice(0, 80)}” is no post.`, 'Give a URN such as urn:li:share:7012345678901234567, or the address of the post.');
}

/** A comment by its URN. */
export function commentIn(text: string, field = 'Comment ID'): CommentKey {
	const urn = urnIn(text);
	const [, post, id] = COMMENT.exec(urn) ?? [];
	if (post && id) return { urn, post, id };
	throw refused(field, `“${text.slice(0, 80)}” is no comment.`, 'Give its URN, such as urn:li:comment:(urn:li:activity:7012345678901234567,7012345678901234568): “commentUrn” of Comment: Get Many.');
}

/** The URN of a post or of a comment. */
export function entityIn(text: string, field: string): string {
	const urn = urnIn(text);
	if (POST.test(urn) || COMMENT.test(urn)) return urn;
	throw refused(field, `“${text.slice(0, 80)}” is neither a post nor a comment.`, 'Give its URN, or the address of the post.');
}
