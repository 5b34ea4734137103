import type { Request, Response } from 'express';
import { readBody } from '../body';
import type { GrantSettings } from './grantSettings';

/** Fields of a form-encoded body, which is the only kind that OAuth knows (RFC 6749, 4.1.3); an empty text counts as absent. */
export async function readForm(request: Request): Promise<Partial<Record<string, string>>> {
	const { fields } = await readBody(request);
	request.body = fields;
	if (!isForm(request)) return {};
	return texts(fields);
}

export const isForm = (request: Request): boolean => typeof request.is('application/x-www-form-urlencoded') === 'string';

/** The text parameters of a query; of one given twice, the first. */
export const readQuery = (request: Request): Partial<Record<string, string>> => texts(request.query);

function texts(values: object): Partial<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
			const first: unknown = Array.isArray(value) ? value[0] : value;
			return typeof first === 'string' && first !== '' ? [[name, first]] : [];
		}),
	);
}

/** The token of `Authorization: Bearer …`. */
export const bearer = (request: Request): string | undefined => /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];

/** Answers as a broken token endpoint where the setting says so: `error` by HTTP 200, or a failed server's page. False when it works. */
export function answersBroken(response: Response, mode: GrantSettings['tokenEndpoint'], error: object): boolean {
	if (mode === 'error200') response.json(error);
	if (mode === 'html500') response.status(500).type('html').send('<html><body><h1>500 Internal Server Error</h1></body></html>');
	return mode !== 'ok';
}
