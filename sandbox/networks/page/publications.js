// What QMARK Publisher did, one card per content; timeline.js says when to look.
const { el, icon, networkOf, relative, safe } = globalThis.cardsOfTimeline;
const section = document.getElementById('publications');
const contents = section.querySelector('.contents');
const rest = section.querySelector('.rest-of-list');
const narrow = matchMedia('(max-width: 1000px)');
const STATUSES = {
	published: 'Published',
	draft: 'Draft',
	scheduled: 'Scheduled',
	processing: 'Processing',
	refused: 'Refused',
	failed: 'Failed',
	unknown: 'Unknown: a person is asked',
	deleted: 'Deleted',
};
/** Texts of one line up to this length stand in the card as they are. */
const SHORT = 100;

let lines = [];
let seen = '';
let chosen = '';
let more = 0;
let cards = new Map();

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const characters = (text) => `${[...text].length.toLocaleString('en')} ${[...text].length === 1 ? 'character' : 'characters'}`;
const isShort = (text) => text.length <= SHORT && !text.includes('\n');

const nothing = () => el('em', {}, 'nothing');

function side(title, text) {
	const body = text === '' ? nothing() : el('p', { tabindex: '0', 'aria-label': title }, text);
	return el('div', {}, el('b', {}, title), ...(text === '' ? [] : [` · ${characters(text)}`]), body);
}

function changeOf({ field, rule, before, after, why }) {
	const title = el('b', {}, `${capital(field)} · ${rule}${why ? ':' : ''}`);
	const texts =
		isShort(before) && isShort(after)
			? el('div', { class: 'change' }, before ? el('del', {}, before) : nothing(), ' → ', after ? el('ins', {}, after) : nothing())
			: el('details', {}, el('summary', {}, 'Before and after'), el('div', { class: 'sides' }, side('Before', before), side('After', after)));
	return el('li', {}, title, why ? ` ${why}` : '', texts);
}

function resultOf({ network, account, status, permalink, reason, hint, adapted }) {
	const { title, path } = networkOf(network);
	const address = status === 'deleted' ? undefined : safe(permalink);
	const hintShown = hint || (status === 'unknown' ? 'Look at the network whether it is out, then tell it by “Reconcile”.' : '');
	return el(
		'li',
		{ class: 'result', 'data-network': network, 'data-status': status },
		el('span', { class: 'glyph' }, icon(path)),
		el('span', { class: 'name' }, el('strong', {}, title), el('small', {}, account)),
		el('span', { class: 'status' }, STATUSES[status] ?? status),
		...(address ? [el('a', { class: 'out', href: address, target: '_blank', rel: 'noreferrer noopener' }, `Open on ${title}`)] : []),
		...(reason ? [el('p', { class: 'reason' }, reason)] : []),
		...(hintShown ? [el('p', { class: 'hint' }, hintShown)] : []),
		...(adapted.length > 0 ? [el('div', { class: 'adapted' }, el('h4', {}, 'Adapted'), el('ul', {}, ...adapted.map(changeOf)))] : []),
	);
}

function cardOf({ id, slot, at, results }) {
	return el(
		'article',
		{ class: 'card content' },
		el('h3', {}, el('span', {}, id), ...(slot ? [el('small', {}, slot)] : []), el('time', { datetime: at, title: at && new Date(at).toLocaleString('en') })),
		el('ul', { class: 'results' }, ...results.map(resultOf)),
	);
}

/** Lines of the same content, in the order of its newest one. */
function grouped(list) {
	const groups = new Map();
	for (const line of list) {
		const key = JSON.stringify([line.contentId, line.slot]);
		const group = groups.get(key) ?? { key, id: line.contentId, slot: line.slot, at: '', results: [] };
		const at = line.changedAt || line.at;
		if (at > group.at) group.at = at;
		group.results.push(line);
		groups.set(key, group);
	}
	for (const { results } of groups.values()) results.sort((a, b) => `${a.network} ${a.account}`.localeCompare(`${b.network} ${b.account}`));
	return [...groups.values()].sort((a, b) => b.at.localeCompare(a.at));
}

/** A card stays the same element until its content changes, so that what a person has unfolded stays so. */
function show(network) {
	if (network !== chosen) more = 0;
	chosen = network;
	const groups = grouped(lines.filter((line) => !chosen || line.network === chosen));
	const visible = groups.slice(0, (narrow.matches ? 2 : 6) + more);
	const before = cards;
	cards = new Map();
	for (const [index, group] of visible.entries()) {
		const content = JSON.stringify(group);
		const known = before.get(group.key);
		const node = known?.content === content ? known.node : cardOf(group);
		if (known && known.node !== node) known.node.replaceWith(node);
		cards.set(group.key, { content, node });
		if (contents.children[index] !== node) contents.insertBefore(node, contents.children[index] ?? null);
	}
	for (const [key, { node }] of before) if (!cards.has(key)) node.remove();
	rest.hidden = groups.length <= visible.length;
	rest.textContent = `Show ${groups.length - visible.length} more`;
	section.hidden = groups.length === 0;
	// n8n tells the real time, whatever the sandbox's clock says.
	for (const time of contents.querySelectorAll('time')) time.textContent = time.dateTime ? relative(time.dateTime, Date.now()) : '';
}

async function read() {
	const text = await (await fetch('/publications.json')).text();
	if (text !== seen) lines = JSON.parse(text);
	seen = text;
}

rest.addEventListener('click', () => {
	more += 10;
	show(chosen);
});
globalThis.publicationsOfTimeline = { read, show };
