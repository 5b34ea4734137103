import type { IHookFunctions } from 'n8n-workflow';
import { asNodeError } from '../errors';

let turn: Promise<unknown> = Promise.resolve();

/** Reading what is subscribed and writing it anew are two calls: two workflows that start at once would each forget the other. */
export async function inTurn<T>(context: IHookFunctions, work: (context: IHookFunctions) => Promise<T>): Promise<T> {
	const mine = turn.then(async () => await work(context));
	turn = mine.catch(() => undefined);
	try {
		return await mine;
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}
