/**
 * A network has one callback URL for an app or a bot. Several workflows share it: the URL itself names all who listen, so that the network
 * keeps the list and no process of n8n's needs to be asked. The first one's address answers and hands on: the front door.
 */
export interface Listener {
	/** Where its node answers: `webhook/{id}`, or `webhook-test/{id}` while somebody tests in the editor. */
	place: string;
	/** What it listens to, in the network's words or shorter ones; without `.`, `~` and `!`. */
	fields: string[];
	/** End of a test, in ms since 1970: an editor that was closed holds no place. */
	until?: number;
}

/** Last segment of the address that takes deliveries. */
export const EVENTS = 'events';
const LIST = 'listeners';
/** None of these is percent-encoded in a query. */
const [BETWEEN, FIELD, END] = ['~', '.', '!'];

const pathOf = (url: string): string => new URL(url, 'http://localhost').pathname;

/** `webhook/{id}` of an address that ends in `/webhook/{id}/events`. */
export const placeIn = (url: string): string => pathOf(url).split('/').filter(Boolean).slice(-3, -1).join('/');

/** The same address at another place. */
export function withPlace(path: string, place: string): string {
	const before = path.split('/').slice(0, -3);
	return [...before, place, EVENTS].join('/');
}

const written = ({ place, fields, until }: Listener): string => [until === undefined ? place : `${place}${END}${Math.ceil(until / 60_000).toString(36)}`, ...fields].join(FIELD);

function readListener(text: string): Listener {
	const [head = '', ...fields] = text.split(FIELD);
	const [place = '', minutes] = head.split(END);
	return { place, fields, ...(minutes !== undefined && { until: parseInt(minutes, 36) * 60_000 }) };
}

/** The listeners that an address names; none where it is not QMARK's. */
export function listenersIn(url: string): Listener[] {
	const list = new URL(url, 'http://localhost').searchParams.get(LIST);
	return list ? list.split(BETWEEN).map(readListener) : [];
}

/** The address at which the first production listener, or else the first, answers for all of them. `own` is any of this n8n's. */
export function callbackUrl(own: string, listeners: readonly Listener[]): string {
	const door = listeners.find(({ until }) => until === undefined) ?? listeners[0];
	const { origin, pathname } = new URL(own);
	return `${origin}${withPlace(pathname, door?.place ?? placeIn(own))}?${LIST}=${listeners.map(written).join(BETWEEN)}`;
}

/** Whether somebody listens there for a test event in the editor. */
export const isTest = (url: string): boolean => placeIn(url).startsWith('webhook-test') || pathOf(url).includes('-test/');

/** Whether the callback leads to a QMARK trigger of this n8n. */
export const isOurs = (callback: string, own: string): boolean => URL.canParse(callback) && new URL(callback).origin === new URL(own).origin && listenersIn(callback).length > 0;

/** Fields that anybody behind this address listens to. */
export const fieldsOfAll = (url: string): string[] => [...new Set(listenersIn(url).flatMap(({ fields }) => fields))];
