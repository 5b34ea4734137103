const { card, el, icon, networkOf, relative } = globalThis.cardsOfTimeline;
const publications = globalThis.publicationsOfTimeline;
const REFRESH = 3000;
const PAGE = 60;

const feed = document.getElementById('feed');
const filters = document.getElementById('filters');
const empty = document.getElementById('empty');
const older = document.getElementById('older');
const live = document.getElementById('live');

let entries = [];
let seen = '';
let chosen = location.hash.slice(1);
let shown = PAGE;
let skew = 0;
let cards = new Map();
let started = false;

const continues = (url, base) => url.startsWith(base) && /^([/?#]|$)/.test(url.slice(base.length));

/** Comments whose address continues that of a post stand under it, oldest first; the others stand alone. */
function grouped(list) {
	const posts = list.filter(({ kind }) => kind !== 'comment').map((entry) => ({ entry, comments: [] }));
	const loose = [];
	for (const entry of list.filter(({ kind }) => kind === 'comment').reverse()) {
		const parent = posts.find((post) => post.entry.network === entry.network && continues(entry.url, post.entry.url.replace(/\/$/, '')));
		if (parent) parent.comments.push(entry);
		else loose.push({ entry, comments: [] });
	}
	return [...posts, ...loose].sort((a, b) => b.entry.at.localeCompare(a.entry.at));
}

function renderFilters() {
	const counts = new Map();
	for (const { network } of entries) counts.set(network, (counts.get(network) ?? 0) + 1);
	if (chosen && !counts.has(chosen)) chosen = '';
	const chip = (name, label, count, path) => {
		const button = el(
			'button',
			{ type: 'button', 'aria-pressed': String(chosen === name) },
			...(path ? [icon(path)] : []),
			label,
			el('b', {}, String(count)),
		);
		button.addEventListener('click', () => {
			chosen = name;
			history.replaceState(null, '', name ? `#${name}` : location.pathname);
			shown = PAGE;
			render();
		});
		return button;
	};
	const chips = [...counts].sort().map(([name, count]) => chip(name, networkOf(name).title, count, networkOf(name).path));
	filters.replaceChildren(chip('', 'All', entries.length), ...chips);
	filters.hidden = entries.length === 0;
}

/** Identity of a post across edits. */
const keyOf = ({ network, url, kind, at }) => `${network} ${kind} ${at} ${url}`;

/** A card stays the same element in the same column until its content changes: nothing flickers and a playing video plays on. */
function render() {
	renderFilters();
	publications.show(chosen);
	const groups = grouped(entries.filter(({ network }) => !chosen || network === chosen));
	const visible = groups.slice(0, shown);
	const columns = columnsFor(chosen);
	const before = cards;
	cards = new Map();
	for (const group of visible) {
		const key = keyOf(group.entry);
		const content = JSON.stringify(group);
		const known = before.get(key);
		const node = known?.content === content ? known.node : card(group.entry, group.comments);
		if (started && !known) node.classList.add('new');
		if (known && known.node !== node) known.node.replaceWith(node);
		cards.set(key, { content, node });
		if (!node.isConnected) insert(node, group.entry.at, shortest(columns));
	}
	for (const [key, { node }] of before) if (!cards.has(key)) node.remove();
	older.hidden = groups.length <= shown;
	empty.hidden = entries.length > 0;
	for (const time of feed.querySelectorAll('time')) time.textContent = relative(time.dateTime, Date.now() + skew);
	started = true;
}

/** As many columns as fit; another number or another filter starts the layout anew. */
function columnsFor(filter) {
	const count = Math.max(1, Math.min(3, Math.floor(feed.clientWidth / 360)));
	const layout = `${count} ${filter}`;
	if (feed.dataset.layout !== layout) {
		feed.dataset.layout = layout;
		feed.replaceChildren(...Array.from({ length: count }, () => el('div', { class: 'column' })));
	}
	return [...feed.children];
}

const shortest = (columns) => columns.reduce((best, column) => (column.offsetHeight < best.offsetHeight ? column : best));

/** Newest first within a column. */
function insert(node, at, column) {
	node.dataset.at = at;
	column.insertBefore(node, [...column.children].find((other) => other.dataset.at < at) ?? null);
}

async function refresh() {
	try {
		const [response] = await Promise.all([fetch('/timeline.json'), publications.read()]);
		const text = await response.text();
		skew = Date.parse(response.headers.get('x-sandbox-now')) - Date.now() || 0;
		const days = Math.round(skew / 86400000);
		live.textContent = days > 0 ? `live · sandbox clock +${days} ${days === 1 ? 'day' : 'days'}` : 'live';
		live.classList.remove('lost');
		if (text !== seen) entries = JSON.parse(text);
		seen = text;
	} catch {
		live.textContent = 'sandbox stopped: run npm start';
		live.classList.add('lost');
	}
	if (document.visibilityState === 'visible') render();
	setTimeout(refresh, REFRESH);
}

older.firstElementChild.addEventListener('click', () => {
	shown += PAGE;
	render();
});
addEventListener('resize', render);
refresh();
