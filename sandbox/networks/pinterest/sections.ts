import type { Router } from 'express';
import type { Caller } from './api';
import { readJson } from './body';
import { boardFor, dropPins, sectionIn } from './boards';
import { invalid, PinterestError, route } from './errors';
import type { Environment } from './model';
import { pinPage } from './pinPage';
import { pageOf, paging, queryOf } from './query';
import type { Pinterest } from './state';
import { Wish } from './wish';

const WRITES = ['boards:read', 'boards:write'];

/** 1 to 180 characters. */
function nameIn(fields: Record<string, unknown>): string {
	const wish = new Wish(fields);
	const name = wish.text('name', 180)?.trim();
	wish.end();
	if (!name) throw invalid("'name' is a required property");
	return name;
}

/** https://developers.pinterest.com/docs/api/v5/board_sections-list and its siblings */
export function addSectionRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	router.get(
		'/v5/boards/:board/sections',
		route<{ board: string }>((req) => {
			const account = caller(req, 'boards:read');
			return pageOf(boardFor(pinterest, account, environment, req.params.board).sections, queryOf(req, 'ad_account_id', ...paging));
		}),
	);
	router.post(
		'/v5/boards/:board/sections',
		route<{ board: string }>(async (req) => {
			const { fields } = await readJson(req);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const board = boardFor(pinterest, account, environment, req.params.board);
			const section = { id: pinterest.newId(5_028_000_000_000n), name: nameIn(fields) };
			board.sections.push(section);
			return section;
		}, 201),
	);
	router.patch(
		'/v5/boards/:board/sections/:section',
		route<{ board: string; section: string }>(async (req) => {
			const { fields } = await readJson(req);
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const section = sectionIn(boardFor(pinterest, account, environment, req.params.board), req.params.section);
			section.name = nameIn(fields);
			return section;
		}),
	);
	router.delete(
		'/v5/boards/:board/sections/:section',
		route<{ board: string; section: string }>((req) => {
			const account = caller(req, ...WRITES);
			queryOf(req, 'ad_account_id');
			const board = boardFor(pinterest, account, environment, req.params.board);
			if (!board.sections.some(({ id }) => id === req.params.section)) throw new PinterestError(404, 404, 'Board section not found.');
			board.sections = board.sections.filter(({ id }) => id !== req.params.section);
			dropPins(pinterest, board, req.params.section);
			return {};
		}, 204),
	);
	router.get(
		'/v5/boards/:board/sections/:section/pins',
		route<{ board: string; section: string }>((req) => {
			const account = caller(req, 'boards:read', 'pins:read');
			const board = boardFor(pinterest, account, environment, req.params.board);
			const { id } = sectionIn(board, req.params.section);
			return pinPage(pinterest.pinsOf(account.id, environment).filter(({ boardId, sectionId }) => boardId === board.id && sectionId === id), req, account, []);
		}),
	);
}
