import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { root } from '../support/sources';

setFlagsFromString('--expose-gc');
export const collectGarbage: () => void = runInNewContext('gc');

/** The heap and the buffers beside it, in MB. */
export const held = () => (process.memoryUsage().heapUsed + process.memoryUsage().external) / 1024 / 1024;

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
export const round = (value: number) => Number(value.toPrecision(4));

/** `days` from today, as `2026-11-26`. */
export const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** n8n's own node, of the n8n that the sandbox installs. */
export function httpRequest(): INodeType {
	const load = createRequire(join(root, '.qmark', 'n8n', 'package.json'));
	const { HttpRequest }: { HttpRequest: new () => { nodeVersions: Record<string, INodeType> } } = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
	const node = new HttpRequest().nodeVersions['4.2'];
	if (!node) throw new Error('This n8n has no HTTP Request node 4.2.');
	return node;
}

export interface Run {
	seconds: number;
	rows: number;
	/** MB above where the run began, its output included. */
	peak: number;
}

export async function timed(work: () => Promise<INodeExecutionData[]>, rowsOf: (items: INodeExecutionData[]) => number): Promise<Run> {
	collectGarbage();
	const before = held();
	let peak = 0;
	const watch = setInterval(() => (peak = Math.max(peak, held() - before)), 20);
	const started = performance.now();
	try {
		const items = await work();
		return { seconds: (performance.now() - started) / 1000, rows: rowsOf(items), peak };
	} finally {
		clearInterval(watch);
	}
}

/** MB that a page of so many such rows takes. */
export function sizeOfPage(row: object, rows: number): number {
	const text = JSON.stringify(row);
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const page: unknown[] = Array.from({ length: rows }, () => JSON.parse(text));
	collectGarbage();
	return page.length > 0 ? (process.memoryUsage().heapUsed - before) / 1024 / 1024 : 0;
}
