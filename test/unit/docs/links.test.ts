import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { anchor } from '../../../docs/generator/markdown';
import { root } from '../../../docs/generator/nodes';

const guides = ['*.md', 'docs/**/*.md', 'workflows/**/README.md', 'sandbox/networks/**/README.md'].flatMap((pattern) => globSync(pattern, { cwd: root }));

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

const anchorsOf = (file: string) => [...readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));

/** What a guide points to inside the repository and is not there. */
function brokenIn(guide: string): string[] {
	const text = withoutCode(readFileSync(join(root, guide), 'utf8'));
	const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)].map(([, link, image]) => link ?? image ?? '');
	return [...new Set(targets)].filter((target) => {
		if (/^[a-z]+:/.test(target)) return false;
		const [path = '', wanted] = target.split('#');
		const file = path === '' ? join(root, guide) : join(root, dirname(guide), path);
		return !existsSync(file) || (wanted !== undefined && !anchorsOf(file).includes(wanted));
	});
}

test.each(guides)('every link and image of %s leads somewhere', (guide) => {
	expect(brokenIn(guide)).toEqual([]);
});

test('every guide has its French twin', () => {
	const namesIn = (language: string) => globSync(`docs/${language}/*.md`, { cwd: root }).map((file) => relative(`docs/${language}`, file)).sort();
	expect(namesIn('fr')).toEqual(namesIn('en'));
});
