import type { Router } from 'express';
import type { Caller } from './api';
import { readJson } from './body';
import { boardFor, sectionIn } from './boards';
import { describePin } from './describe';
import { invalid, PinterestError, route } from './errors';
import type { Environment, Pin } from './model';
import { pinPage } from './pinPage';
import { flag, oneOf, paging, queryOf } from './query';
import { mediaIn } from './sources';
import type { Account, Pinterest } from './state';
import { hide, show, textOf } from './shown';
import { Wish } from './wish';

const WRITES = ['boards:read', 'boards:write', 'pins:read', 'pins:write'];
/** Longest texts, in characters. https://developers.pinterest.com/docs/api/v5/pins-create */
const textsIn = (wish: Wish) => ({ title: wish.text('title', 100), description: wish.text('description', 800), link: wish.text('link', 2048), altText: wish.text('alt_text', 500) });

/** The account's pin, or 404 with code 50. */
export function pinFor(pinterest: Pinterest, account: Account, environment: Environment, id: string): Pin {
	const pin = pinterest.pinsOf(account.id, environment).find((one) => one.id === id);
	if (!pin) throw new PinterestError(404, 50, 'Pin not found.');
	return pin;
}

/** What the app's tier and the account let be created. */
function checkCreation(pinterest: Pinterest, account: Account, environment: Environment): void {
	const { access, mostPins, spam } = pinterest.settings;
	if (environment === 'production' && access === 'trial') {
		const message = 'Apps with Trial access may not create Pins in production. Please use API Sandbox https://api-sandbox.pinterest.com instead.';
		throw new PinterestError(403, 29, message);
	}
	if (spam) throw new PinterestError(429, 8, 'Sorry! We blocked this Pin because it looks like spam.');
	if (pinterest.pinsOf(account.id, environment).length >= mostPins) throw invalid(`the account has ${mostPins} Pins, which is the most it may have`);
}

/** https://developers.pinterest.com/docs/api/v5/pins-create */
export function addPinRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	router.post(
		'/v5/pins',
		route(async (req) => {
			const { fields, long } = await readJson(req);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			checkCreation(pinterest, account, environment);
			const wish = new Wish(fields);
			const { title, description, link, altText } = textsIn(wish);
			const [boardId, sectionId, parentPinId] = [wish.id('board_id'), wish.id('board_section_id'), wish.id('parent_pin_id')];
			const dominantColor = wish.text('dominant_color', 7) ?? null;
			const source = wish.object('media_source');
			wish.end();
			if (boardId === undefined) throw invalid("'board_id' is a required property");
			const board = boardFor(pinterest, account, environment, boardId);
			if (sectionId !== undefined) sectionIn(board, sectionId);
			const media = await mediaIn(source, { pinterest, account, environment, long });
			// Who has hung up while an image was fetched gets no Pin: tests that hurry time could not wait for it.
			if (req.socket.destroyed) throw new PinterestError(400, 1, 'The caller has hung up.');
			const texts = { title: title ?? null, description: description ?? null, link: link ?? null, altText: altText ?? null };
			const pin = pinterest.keep({ ...texts, ...media, environment, account: account.id, boardId, sectionId, dominantColor, parentPinId: parentPinId ?? null });
			show(pin, board, account, pinterest);
			return describePin(pin, account.name);
		}, 201),
	);
	router.get(
		'/v5/pins',
		route((req) => {
			const account = caller(req, 'boards:read', 'pins:read');
			const known = ['creative_types', 'include_protected_pins', 'pin_filter', 'pin_metrics', 'pin_type'];
			const query = queryOf(req, 'ad_account_id', ...paging, ...known);
			const filter = oneOf(query, 'pin_filter', ['exclude_native', 'exclude_repins', 'has_been_promoted']);
			oneOf(query, 'pin_type', ['PRIVATE']);
			const isWanted = (pin: Pin) => (filter === 'exclude_repins' ? pin.parentPinId === null : filter === undefined);
			const isShown = (pin: Pin) => flag(query, 'include_protected_pins') || pinterest.board(account, environment, pin.boardId)?.privacy !== 'PROTECTED';
			return pinPage(pinterest.pinsOf(account.id, environment).filter((pin) => isWanted(pin) && isShown(pin)), req, account, known);
		}),
	);
	router.get(
		'/v5/pins/:pin',
		route<{ pin: string }>((req) => {
			const account = caller(req, 'boards:read', 'pins:read');
			const query = queryOf(req, 'ad_account_id', 'pin_metrics');
			return describePin(pinFor(pinterest, account, environment, req.params.pin), account.name, flag(query, 'pin_metrics'));
		}),
	);
	addChangeRoutes(router, pinterest, environment, caller);
}

function addChangeRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	router.patch(
		'/v5/pins/:pin',
		route<{ pin: string }>(async (req) => {
			const { fields } = await readJson(req);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			if (!pinterest.settings.beta) throw new PinterestError(403, 29, 'You are not permitted to access that resource.');
			const pin = pinFor(pinterest, account, environment, req.params.pin);
			const wish = new Wish(fields);
			const texts = textsIn(wish);
			const [boardId, sectionId] = [wish.id('board_id') ?? pin.boardId, wish.id('board_section_id')];
			wish.end();
			const board = boardFor(pinterest, account, environment, boardId);
			if (sectionId !== undefined) sectionIn(board, sectionId);
			const named = { title: 'title', description: 'description', link: 'link', altText: 'alt_text' } as const;
			for (const name of ['title', 'description', 'link', 'altText'] as const) if (wish.has(named[name])) pin[name] = texts[name] ?? null;
			if (wish.has('board_section_id') || boardId !== pin.boardId) pin.sectionId = sectionId;
			pin.boardId = boardId;
			if (pin.entry !== undefined) pinterest.world.timeline.update(pin.entry, { text: textOf(pin) });
			return describePin(pin, account.name);
		}),
	);
	router.delete(
		'/v5/pins/:pin',
		route<{ pin: string }>((req) => {
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const pin = pinFor(pinterest, account, environment, req.params.pin);
			pinterest.pins.delete(pin.id);
			hide(pin, pinterest);
			return {};
		}, 204),
	);
	router.post(
		'/v5/pins/:pin/save',
		route<{ pin: string }>(async (req) => {
			const wish = new Wish((await readJson(req)).fields);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			// Anybody's public pin may be saved.
			const pin = pinterest.pins.get(req.params.pin);
			if (pin?.environment !== environment) throw new PinterestError(404, 50, 'Pin not found.');
			const [boardId = '', sectionId] = [wish.id('board_id'), wish.id('board_section_id')];
			wish.end();
			const board = boardFor(pinterest, account, environment, boardId);
			if (sectionId !== undefined) sectionIn(board, sectionId);
			const { title, description, link, altText, dominantColor, image, items, video } = pin;
			const saved = pinterest.keep({ title, description, link, altText, dominantColor, image, items, video, environment, account: account.id, boardId, sectionId, parentPinId: pin.id });
			show(saved, board, account, pinterest);
			return describePin(saved, account.name);
		}, 201),
	);
}
