import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const shipped = ['{nodes,credentials}/**/*.ts'];

/** Off in n8n's own scanner too, because they misfire on community nodes of today. */
const misfiring = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

const strictest = (rules) => Object.fromEntries(Object.keys(rules).map((name) => [name, 'error']));

export default defineConfig(
	globalIgnores(['dist', '.qmark', 'node_modules', 'coverage']),
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strict, tseslint.configs.stylistic],
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-import-type-side-effects': 'error',
			'@typescript-eslint/no-empty-function': 'off',
			'no-console': 'error',
		},
	},
	{ files: ['**/*.{js,mjs}'], rules: { 'no-unused-vars': 'error' } },
	{ files: ['sandbox/**/*.ts', 'test/**/*.ts', 'docs/**/*.ts'], rules: { 'no-console': 'off' } },
	{
		files: [...shipped, 'package.json'],
		linterOptions: { noInlineConfig: true },
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: strictest(n8nCommunityNodesPlugin.configs.recommended.rules ?? {}),
	},
	{ files: ['package.json'], languageOptions: { parser: tseslint.parser }, rules: n8nNodesBase.configs.community.rules },
	{ files: ['credentials/**/*.ts'], rules: { ...n8nNodesBase.configs.credentials.rules, ...misfiring } },
	{ files: ['nodes/**/*.ts'], rules: { ...n8nNodesBase.configs.nodes.rules, ...misfiring } },
);
