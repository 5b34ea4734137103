import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials } from '../../../docs/generator/credentials';
import { root } from '../../../docs/generator/nodes';

const guidesIn = (language: string) => globSync(`docs/${language}/conn*.md`, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

/** Sections of guides that tell how to make this credential: they name it as the editor's menu does. */
const guideTo = (displayName: string, language: string) => guidesIn(language).find((text) => text.includes(`Create → ${displayName}`)) ?? '';

describe.each(['en', 'fr'])('the guides in docs/%s', (language) => {
	test.each(credentials.map(({ displayName }) => displayName))('tell how to make %s', (displayName) => {
		expect(guideTo(displayName, language)).not.toBe('');
	});

	test.each(credentials.filter(({ field }) => field).map((credential) => [credential.displayName, credential] as const))('list what Connect of %s asks for', (displayName, { field, asked }) => {
		const guide = guideTo(displayName, language);
		expect(guide).toContain(`| ${field} |`);
		const wanted = asked.flatMap(({ choice, permissions }) => [...(choice === 'always' ? [] : [choice]), ...permissions.map((permission) => `\`${permission}\``)]);
		expect(wanted.filter((text) => !guide.includes(text))).toEqual([]);
	});
});
