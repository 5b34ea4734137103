/** Each project is one kind of test, run by `npm test -- <name>`. The slow ones have their own time limits. */
const common = {
	rootDir: __dirname,
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
	setupFiles: ['<rootDir>/test/support/environment.js'],
	modulePathIgnorePatterns: ['<rootDir>/.qmark', '<rootDir>/dist'],
};

const project = (displayName) => ({ ...common, displayName, testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`] });

module.exports = {
	projects: ['unit', 'operations', 'contract', 'workflows', 'crash', 'e2e'].map(project),
	testTimeout: 30_000,
};
