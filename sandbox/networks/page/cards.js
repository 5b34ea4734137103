// Builds the cards of the timeline; timeline.js decides which and where.
const SVG = 'http://www.w3.org/2000/svg';
/** Titles and glyphs, laid into the page by the server. */
const NETWORKS = JSON.parse(document.getElementById('networks').textContent);

/** Builds an element; strings become text nodes, so nothing of a post is ever read as markup. */
function el(tag, attributes, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value);
	node.append(...children.filter((child) => child !== undefined));
	return node;
}

function icon(d, outline) {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(SVG, 'path');
	path.setAttribute('d', d);
	path.setAttribute('fill', outline ? 'none' : 'currentColor');
	if (outline) path.setAttribute('stroke', 'currentColor');
	svg.append(path);
	return svg;
}

const networkOf = (name) => NETWORKS[name] ?? { ...NETWORKS.other, title: name };
const initials = (account) =>
	account
		.replace(/[^\p{L}\p{N} ]/gu, ' ')
		.trim()
		.split(/\s+/)
		.slice(0, 2)
		.map((word) => [...word][0] ?? '')
		.join('')
		.toUpperCase();
/** Only web addresses become links. */
const safe = (url) => (/^https?:\/\//i.test(url) ? url : undefined);

/** `now` is the sandbox's time in milliseconds. */
function relative(at, now) {
	const seconds = Math.round((now - Date.parse(at)) / 1000);
	const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
	if (seconds < 10) return 'just now';
	for (const [unit, size, limit] of [
		['second', 1, 60],
		['minute', 60, 3600],
		['hour', 3600, 86400],
		['day', 86400, 86400 * 30],
	]) {
		if (seconds < limit) return format.format(-Math.floor(seconds / size), unit);
	}
	return new Date(at).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Line breaks stay by CSS; addresses, hashtags and mentions are set off as the networks do. */
function linked(text) {
	const parts = [];
	let from = 0;
	for (const match of text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|(?<![\p{L}\p{N}_])[#@][\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu)) {
		parts.push(text.slice(from, match.index));
		const url = safe(match[0]);
		parts.push(url ? el('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, url) : el('a', {}, match[0]));
		from = match.index + match[0].length;
	}
	return [...parts, text.slice(from)];
}

function tile({ kind, url, alt = '' }, rest) {
	const box = el('div', {});
	const lost = () =>
		box.replaceChildren(
			el(
				'div',
				{ class: 'lost-media' },
				el('b', {}, kind === 'video' ? 'Video' : 'Image'),
				'The sandbox keeps only the first megabyte of a file, or the address does not answer here.',
			),
		);
	const address = safe(url) ?? '';
	const media =
		kind === 'video'
			? el('video', { src: `${address}#t=0.1`, controls: '', preload: 'metadata', playsinline: '' })
			: el('img', { src: address, alt, loading: 'lazy' });
	media.addEventListener('error', lost);
	box.append(media);
	if (rest > 0) box.append(el('span', { class: 'rest' }, `+${rest}`));
	return box;
}

function mediaOf({ media }) {
	const seenMedia = media.filter(({ kind }) => kind === 'image' || kind === 'video');
	const tiles = seenMedia.slice(0, 4);
	const grid =
		tiles.length > 0
			? [el('div', { class: `media n${tiles.length}` }, ...tiles.map((item, index) => tile(item, index === 3 ? seenMedia.length - 4 : 0)))]
			: [];
	const others = media
		.filter((item) => !seenMedia.includes(item))
		.map(({ kind, url, alt }) =>
			kind === 'audio'
				? el('audio', { src: safe(url) ?? '', controls: '' })
				: el(
						'a',
						{ class: 'file', href: safe(url), target: '_blank', rel: 'noreferrer noopener' },
						icon(NETWORKS.file.path, true),
						alt || 'File',
					),
		);
	return [...grid, ...others];
}

function pollOf(text) {
	const lines = text.split('\n');
	const options = lines
		.filter((line) => line.startsWith('▫️ '))
		.map((line) => /^▫️ (.*) · (\d+)$/su.exec(line))
		.filter(Boolean);
	const total = options.reduce((sum, [, , votes]) => sum + Number(votes), 0);
	const bars = options.map(([, label, votes]) => {
		const share = total === 0 ? 0 : Math.round((100 * Number(votes)) / total);
		const fill = el('i', {});
		fill.style.width = `${share}%`;
		return el('div', { class: 'option' }, fill, el('span', {}, label), el('span', {}, `${share} %`));
	});
	const question = lines.filter((line) => !line.startsWith('▫️ ') && line !== 'Final results').join('\n');
	const closed = lines.at(-1) === 'Final results' ? ' · final results' : '';
	const votes = el('span', { class: 'votes' }, `${total} ${total === 1 ? 'vote' : 'votes'}${closed}`);
	return [...textOf(question, true), el('div', { class: 'poll' }, ...bars, votes)];
}

function textOf(text, alone) {
	if (text === '') return [];
	const long = text.length > 700 || text.split('\n').length > 12;
	const size = alone && text.length < 90 && !text.includes('\n') ? ' short' : '';
	const body = el('div', { class: `text${size}${long ? ' long' : ''}` }, ...linked(text));
	if (!long) return [body];
	const more = el('button', { class: 'more', type: 'button' }, 'Show more');
	more.addEventListener('click', () => {
		body.classList.remove('long');
		more.remove();
	});
	return [body, more];
}

function commentOf({ account, text, network }) {
	return el(
		'div',
		{ class: 'comment', 'data-network': network },
		el('span', { class: 'avatar' }, initials(account)),
		el('div', { class: 'bubble' }, el('strong', {}, account), ...linked(text)),
	);
}

function card(entry, comments) {
	const { network, account, kind, text, url, at } = entry;
	const { title, path } = networkOf(network);
	const time = el('time', { datetime: at, title: new Date(at).toLocaleString('en') }, '');
	const who = el(
		'div',
		{ class: 'who' },
		el('span', { class: 'avatar' }, initials(account), el('span', { class: 'glyph' }, icon(path))),
		el('span', { class: 'name' }, el('strong', {}, account), el('small', {}, `${title} · `, time)),
		el('span', { class: 'kind' }, kind.replaceAll('_', ' ').toLowerCase()),
	);
	const media = mediaOf(entry);
	const words = kind === 'poll' ? pollOf(text) : textOf(text, media.length === 0);
	const body = network === 'facebook' ? [...words, ...media] : [...media, ...words];
	const buttons = (entry.buttons ?? []).map((button) => el('a', { class: 'key', href: safe(button.url), target: '_blank', rel: 'noreferrer noopener' }, button.text));
	const link = safe(url)
		? [el('div', { class: 'foot' }, el('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, `Open on ${title}`))]
		: [];
	const replies = comments.length > 0 ? [el('div', { class: 'comments' }, ...comments.map(commentOf))] : [];
	return el('article', { class: `card${/story/i.test(kind) ? ' story' : ''}`, 'data-network': network }, who, ...body, ...buttons, ...link, ...replies);
}

globalThis.cardsOfTimeline = { card, el, icon, networkOf, relative, safe };
