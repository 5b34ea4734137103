import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TokenCall } from './tokenCalls';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** By connection: how long a token is used before it is renewed, at the least. Life less lead, as the vendors' lives and the platforms' facts say. */
const shortestUse: Readonly<Record<string, number>> = {
	Meta: 50 * DAY,
	'Instagram Login': 30 * DAY,
	Threads: 30 * DAY,
	Google: 55 * MINUTE,
	TikTok: 75 * MINUTE,
	Pinterest: 23 * DAY,
};

/** Connections that are renewed by themselves; LinkedIn's, of an ordinary app, is not. */
export const renewing = Object.keys(shortestUse);

export interface Renewals {
	connection: string;
	count: number;
	/** Calls that came sooner after the one before than a due date allows, or that were refused. */
	wrong: number;
}

/** Every renewal against its due date. */
export function renewalsIn(calls: readonly TokenCall[]): Renewals[] {
	return [...new Set(calls.map(({ connection }) => connection))].map((connection) => {
		const own = calls.filter((call) => call.connection === connection && call.grant !== 'authorization_code');
		const early = own.filter(({ at }, index) => at - (own[index - 1]?.at ?? -Infinity) < (shortestUse[connection] ?? Infinity));
		const refused = own.filter(({ status }) => status !== 200);
		return { connection, count: own.length, wrong: early.length + refused.length };
	});
}

/** Whether nothing is there twice. */
export const onceEach = (keys: readonly string[]) => new Set(keys).size === keys.length;

function* filesBelow(folder: string): Generator<string> {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* filesBelow(path);
		else if (entry.isFile()) yield path;
	}
}



/** Files below the folders that hold one of these texts in clear: databases, write-ahead logs, logs. The nodes' own code is left out. */
export function holding(texts: readonly string[], folders: readonly string[]): { text: string; file: string }[] {
	const found: { text: string; file: string }[] = [];
	for (const folder of folders) {
		for (const file of filesBelow(folder)) {
			if (file.includes('node_modules')) continue;
			const bytes = readFileSync(file);
			for (const text of texts) if (bytes.includes(text)) found.push({ text, file: relative(folder, file) });
		}
	}
	return found;
}
