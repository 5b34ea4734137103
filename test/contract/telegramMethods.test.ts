import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methods } from '../../sandbox/networks/telegram/methods';
import { root } from '../support/sources';

/** The parameters of each method, and whether they are required. */
type Listed = Map<string, Map<string, boolean>>;

/** What the sandbox's table has too much, too little, or takes for optional. */
const findings = (listed: Listed, newer: readonly string[] = []) =>
	Object.entries(methods).flatMap(([method, declared]) => {
		const known = listed.get(method);
		if (!known) return [`${method} is unknown`];
		const own = new Map<string, string>(Object.entries(declared));
		const unknown = [...own.keys()].filter((name) => !known.has(name) && !newer.includes(name)).map((name) => `${method}.${name} is unknown`);
		const missing = [...known.keys()].filter((name) => !own.has(name)).map((name) => `${method}.${name} is missing`);
		const lax = [...known].filter(([name, required]) => required && own.get(name)?.endsWith('!') === false).map(([name]) => `${method}.${name} is required`);
		return [...unknown, ...missing, ...lax];
	});

/** `export interface SendMessageParams { chat_id: …; text?: … }`: generated from Telegram's own page, for the release that the sandbox speaks. */
function typesOf(text: string): Listed {
	const interfaces = text.matchAll(/^export interface (\w+)Params \{\n([\s\S]*?)^\}/gm);
	return new Map(
		[...interfaces].map(([, name = '', body = '']) => {
			const fields = [...body.matchAll(/^ {4}(\w+)(\??):/gm)].map(([, field = '', optional]): [string, boolean] => [field, optional === '']);
			return [name.charAt(0).toLowerCase() + name.slice(1), new Map(fields)];
		}),
	);
}

test('the sandbox’s methods and parameters are those of the generated types of Bot API 10.3', () => {
	const listed = typesOf(readFileSync(join(root, 'node_modules/@gramio/types/out/params.d.ts'), 'utf8'));
	const bare = ['getMe', 'getWebhookInfo', 'getForumTopicIconStickers', 'getMyStarBalance'];
	for (const method of bare) listed.set(method, listed.get(method) ?? new Map<string, boolean>());
	expect(listed.size).toBeGreaterThan(150);
	expect(findings(listed)).toEqual([]);
});

/** Parameters that came with Bot API 10.2 and 10.3. */
const newer = ['ephemeral_message_parameters', 'can_send_welcome_messages'];

interface Specification {
	methods: Record<string, { fields?: { name: string; required: boolean }[] }>;
}

test('and those of Telegram’s machine-readable list of Bot API 10.1, but for what came later', () => {
	const file = join(root, '../shared/specs/telegram-bot-api.json');
	if (!existsSync(file)) {
		console.log('Skipped: ../shared/specs/telegram-bot-api.json is not there, so the sandbox’s parameter table was not compared with it.');
		return;
	}
	const { methods: specified }: Specification = JSON.parse(readFileSync(file, 'utf8'));
	const listed: Listed = new Map(Object.entries(specified).map(([name, { fields = [] }]) => [name, new Map(fields.map((field) => [field.name, field.required]))]));
	expect(findings(listed, newer)).toEqual([]);
});
