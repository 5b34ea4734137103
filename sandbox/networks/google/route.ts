import type { Request, RequestHandler, Response } from 'express';
import { BodyError } from '../body';
import { Refused, statusBody } from './errors';

/** A handler whose answer is JSON, and whose refusals are told as Google tells them. */
export const route =
	<P extends Record<string, string> = Record<string, string>>(handle: (req: Request<P>, res: Response) => object | Promise<object>): RequestHandler<P> =>
	async (req, res) => {
		try {
			res.json(await handle(req, res));
		} catch (error) {
			const unreadable = (reason: string) => new Refused(400, statusBody(400, `Invalid JSON payload received: ${reason}.`));
			const known = error instanceof BodyError ? unreadable(error.message) : error;
			if (!(known instanceof Refused)) throw known;
			res.status(known.status).set(known.headers).json(known.body);
		}
	};

/** What Google's frontends answer to an address they do not know. */
export const notFound: RequestHandler = (req, res) => {
	res
		.status(404)
		.type('html')
		.send(
			`<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title>
<p><b>404.</b> That’s an error.<p>The sandbox's Google answers no ${req.method} here.`,
		);
};
