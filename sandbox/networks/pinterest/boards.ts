import type { Request, Router } from 'express';
import type { Caller } from './api';
import { readJson } from './body';
import { describeBoard } from './describe';
import { invalid, PinterestError, route } from './errors';
import type { Board, Environment } from './model';
import { pinPage } from './pinPage';
import { oneOf, pageOf, paging, queryOf } from './query';
import { hide } from './shown';
import type { Account, Pinterest } from './state';
import { Wish } from './wish';

const WRITES = ['boards:read', 'boards:write'];
const privacies = ['PUBLIC', 'PROTECTED', 'SECRET'] as const;

/** The account's board, or 404 with code 40. */
export function boardFor(pinterest: Pinterest, account: Account, environment: Environment, id: string): Board {
	const board = pinterest.board(account, environment, id);
	if (!board) throw new PinterestError(404, 40, 'Board not found.');
	return board;
}

/** A section of the board, or 404 with code 2031. */
export function sectionIn({ sections }: Board, id: string): Board['sections'][number] {
	const section = sections.find((one) => one.id === id);
	if (!section) throw new PinterestError(404, 2031, "Sorry! We couldn't find this board section.");
	return section;
}

function nameIn(wish: Wish, most: number): string | undefined {
	const name = wish.text('name', most)?.trim();
	if (name === '') throw invalid("'name' is too short");
	return name;
}

function checkName(boards: readonly Board[], name: string, self?: Board): void {
	if (boards.some((board) => board !== self && board.name.toLowerCase() === name.toLowerCase())) throw new PinterestError(400, 58, 'You already have a board with this name.');
}

type BoardRequest = Request<{ board: string }>;

/** https://developers.pinterest.com/docs/api/v5/boards-list and its siblings */
export function addBoardRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	const { settings } = pinterest;
	const secretToo = (req: Request<Record<string, string>>) => caller.has(req, 'boards:read_secret');
	const found = (req: BoardRequest, account: Account) => {
		const board = boardFor(pinterest, account, environment, req.params.board);
		if (board.privacy === 'SECRET' && !secretToo(req)) throw new PinterestError(404, 40, 'Board not found.');
		return board;
	};
	router.get(
		'/v5/boards',
		route((req) => {
			const account = caller(req, 'boards:read');
			const query = queryOf(req, 'ad_account_id', 'privacy', ...paging);
			const privacy = oneOf(query, 'privacy', ['ALL', 'PUBLIC_AND_SECRET', ...privacies]) ?? 'ALL';
			const isWanted = (board: Board) => privacy === 'ALL' || board.privacy === privacy || (privacy === 'PUBLIC_AND_SECRET' && board.privacy !== 'PROTECTED');
			const all = pinterest.boardsOf(account, environment).filter((board) => isWanted(board) && (board.privacy !== 'SECRET' || secretToo(req)));
			const { items, bookmark } = pageOf(all, query);
			return { items: items.map((board) => describeBoard(board, account.name, pinterest)), bookmark };
		}),
	);
	router.post(
		'/v5/boards',
		route(async (req) => {
			const wish = new Wish((await readJson(req)).fields);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const name = nameIn(wish, 180);
			const [description = null, privacy = 'PUBLIC', adsOnly = false] = [wish.text('description', 500), wish.oneOf('privacy', privacies), wish.flag('is_ads_only')];
			wish.end();
			if (name === undefined) throw invalid("'name' is a required property");
			if (privacy === 'SECRET') caller(req, 'boards:write_secret');
			const boards = pinterest.boardsOf(account, environment);
			checkName(boards, name);
			if (boards.length >= settings.mostBoards) throw invalid(`the account has ${settings.mostBoards} boards, which is the most it may have`);
			const id = pinterest.newId(549_200_000_000_000_000n);
			return describeBoard(pinterest.keepBoard({ id, environment, account: account.id, name, description, privacy, adsOnly, createdAt: pinterest.now, sections: [] }), account.name, pinterest);
		}, 201),
	);
	router.get(
		'/v5/boards/:board',
		route<{ board: string }>((req) => {
			const account = caller(req, 'boards:read');
			queryOf(req, 'ad_account_id');
			return describeBoard(found(req, account), account.name, pinterest);
		}),
	);
	router.patch(
		'/v5/boards/:board',
		route<{ board: string }>(async (req) => {
			const wish = new Wish((await readJson(req)).fields);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const board = found(req, account);
			const [name, description, privacy] = [nameIn(wish, 180), wish.text('description', 500), wish.oneOf('privacy', ['PUBLIC', 'SECRET'])];
			wish.end();
			if (name !== undefined) checkName(pinterest.boardsOf(account, environment), name, board);
			if (privacy === 'SECRET') caller(req, 'boards:write_secret');
			Object.assign(board, { name: name ?? board.name, privacy: privacy ?? board.privacy, ...(wish.has('description') && { description: description ?? null }) });
			return describeBoard(board, account.name, pinterest);
		}),
	);
	router.delete(
		'/v5/boards/:board',
		route<{ board: string }>((req) => {
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const board = found(req, account);
			pinterest.dropBoard(board);
			dropPins(pinterest, board);
			return {};
		}, 204),
	);
	router.get(
		'/v5/boards/:board/pins',
		route<{ board: string }>((req) => {
			const account = caller(req, 'boards:read', 'pins:read');
			const { id } = found(req, account);
			return pinPage(pinterest.pinsOf(account.id, environment).filter(({ boardId }) => boardId === id), req, account);
		}),
	);
}

/** The Pins of a board, or of one of its sections, go with it. */
export function dropPins(pinterest: Pinterest, { environment, id: boardId }: Board, sectionId?: string): void {
	for (const pin of [...pinterest.pins.values()]) {
		if (pin.environment !== environment || pin.boardId !== boardId || (sectionId !== undefined && pin.sectionId !== sectionId)) continue;
		pinterest.pins.delete(pin.id);
		hide(pin, pinterest);
	}
}
