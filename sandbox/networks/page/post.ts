import type { TimelineEntry } from '../world';

/** `<`, `>`, `&` and quotes as references, for text and attributes alike. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `body{margin:0;display:grid;place-items:center;min-height:100vh;font:16px/1.5 system-ui,sans-serif;background:#eef1f5;color:#17202b}
article{background:#fff;border-radius:16px;padding:24px;max-width:560px;width:calc(100% - 80px);box-shadow:0 8px 30px #0002}
h1{font-size:18px;margin:0 0 4px}small{color:#667}p{white-space:pre-wrap;overflow-wrap:anywhere}img,video{max-width:100%;border-radius:10px;display:block;margin:8px 0}
@media(prefers-color-scheme:dark){body{background:#10151c;color:#e8edf3}article{background:#1a222d}small{color:#9ab}}`;

/** One post as a page of its own. Needs no script. */
export function postPage(post: Pick<TimelineEntry, 'network' | 'account' | 'text' | 'media'> & { at?: string }): string {
	const media = post.media.map(({ kind, url, alt = '' }) => {
		const address = escapeHtml(url);
		if (kind === 'image') return `<img src="${address}" alt="${escapeHtml(alt)}">`;
		if (kind === 'video') return `<video src="${address}" controls preload="metadata"></video>`;
		return kind === 'audio' ? `<audio src="${address}" controls></audio>` : `<a href="${address}">${escapeHtml(alt || 'file')}</a>`;
	});
	return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(post.account)}</title><style>${STYLE}</style>
<article><h1>${escapeHtml(post.account)}</h1><small>${escapeHtml(post.network)} (sandbox)${post.at ? ` · ${escapeHtml(post.at)}` : ''}</small>${media.join('')}<p>${escapeHtml(post.text)}</p></article></html>`;
}
