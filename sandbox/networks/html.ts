/** Text made safe for HTML content and quoted attributes. */
export const escape = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ?? '');

/** No `form-action`: Chromium would apply it to the redirect back to the app, which is another origin. */
export const pageHeaders = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; media-src *; base-uri 'none'",
	'cache-control': 'no-store',
} as const;

const style = `
:root{color-scheme:light dark;--ground:#f0f2f5;--card:#fff;--ink:#1c1e21;--soft:#65676b;--line:#dddfe2;--blue:#0866ff}
@media (prefers-color-scheme:dark){:root{--ground:#18191a;--card:#242526;--ink:#e4e6eb;--soft:#b0b3b8;--line:#3a3b3c;--blue:#4599ff}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.45 system-ui,sans-serif}
main{max-width:34rem;margin:2rem auto;padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
h1{font-size:1.3rem;margin:0 0 .5rem}p{margin:.5rem 0}.soft{color:var(--soft);font-size:.9rem}
ul{margin:.5rem 0;padding-left:1.2rem}code{font-size:.85rem}label{display:block;padding:.35rem 0}
fieldset{border:1px solid var(--line);border-radius:8px;margin:1rem 0}
button{font:inherit;padding:.6rem 1.2rem;border-radius:8px;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.go{background:var(--blue);border-color:var(--blue);color:#fff;font-weight:600}
img,video{max-width:100%;border-radius:8px;display:block;margin:.5rem 0}.text{white-space:pre-wrap;overflow-wrap:anywhere}
`;

/** A whole page around `body`, which is HTML already. */
export const htmlPage = (title: string, body: string): string =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
