import { stale } from '../../../docs/generator/pages';

test('the reference and the generated parts of README.md are what “npm run docs” writes', () => {
	expect(stale().map(({ path }) => path)).toEqual([]);
});
