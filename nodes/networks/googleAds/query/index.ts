import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { accountOf } from '../account';
import { pagesOf } from '../gaql';
import { streamOf } from '../stream';
import { checkedQuery, limited } from './check';
import { flat, inMajorUnits } from './shape';

/** What the panel gives. */
export interface QueryInput {
	account: string;
	query: string;
	returnAll: boolean;
	limit: number;
	options: { amounts?: boolean; flatten?: boolean; readBy?: 'pages' | 'stream' };
}

type Shape = (row: IDataObject) => IDataObject;

async function shapeOf(api: Api, { account, options: { amounts, flatten } }: QueryInput): Promise<Shape | undefined> {
	const currency = amounts ? (await accountOf(api, account)).currency : undefined;
	if (currency === undefined) return flatten ? (row) => flat(row) : undefined;
	return (row) => {
		const converted = { ...inMajorUnits(row), currency };
		return flatten ? flat(converted) : converted;
	};
}

/** The rows of a query that a person wrote, page after page. */
export async function* runQuery(api: Api, input: QueryInput): AsyncGenerator<IDataObject[]> {
	const query = limited(checkedQuery(input.query), input.returnAll ? Infinity : input.limit);
	const shape = await shapeOf(api, input);
	const pages = input.options.readBy === 'stream' ? streamOf(api, input.account, query) : pagesOf(api, input.account, query);
	for await (const page of pages) yield shape ? page.map(shape) : page;
}
