import { operation } from '../../../nodes/core/operation';
import { propertiesOf } from '../../../nodes/core/properties';

const declared = { resource: 'post', effect: 'write', description: 'A post' } as const;

const create = operation({
	...declared,
	...{ operation: 'create', name: 'Create', action: 'Create a post' },
	fields: [
		{ displayName: 'Text', name: 'text', type: 'string', default: '' },
		{ displayName: 'Kind', name: 'kind', type: 'options', options: [{ name: 'Photo', value: 'photo' }, { name: 'Video', value: 'video' }], default: 'photo' },
		{ displayName: 'Seconds', name: 'seconds', type: 'number', default: 0, displayOptions: { show: { kind: ['video'] } } },
		{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [{ displayName: 'Silent', name: 'silent', type: 'boolean', default: false }] },
	],
	run: async ({ text, kind, seconds, options }) => {
		const words: string = text;
		const choice: 'photo' | 'video' = kind;
		const length: number = seconds;
		const silent: boolean | undefined = options.silent;
		// @ts-expect-error `kind` has no such choice
		const never = kind === 'reel';
		return { words, choice, length, silent, never };
	},
});
const remove = operation({ ...declared, operation: 'delete', name: 'Delete', action: 'Delete a post', fields: [], run: async () => ({}) });
const mediaInsight = operation({
	...{ resource: 'mediaInsight', operation: 'get', effect: 'read', name: 'Get', action: 'Get insights', description: 'Numbers of a medium' },
	fields: [],
	run: async () => ({}),
});

test('menus are derived: resources by title, operations of each by name', () => {
	const [resource, postMenu, insightMenu] = propertiesOf([remove, create, mediaInsight]);
	expect(resource).toMatchObject({ name: 'resource', type: 'options', noDataExpression: true, default: 'post' });
	expect(resource?.options).toEqual([{ name: 'Media Insight', value: 'mediaInsight' }, { name: 'Post', value: 'post' }]);
	expect(postMenu).toMatchObject({ displayOptions: { show: { resource: ['post'] } }, default: 'delete' });
	expect(postMenu?.options).toMatchObject([{ name: 'Create', value: 'create' }, { name: 'Delete', value: 'delete' }]);
	expect(insightMenu).toMatchObject({ displayOptions: { show: { resource: ['mediaInsight'] } } });
});

test('a field is shown for its own operation, and by its own conditions on top', () => {
	const seconds = propertiesOf([create]).find(({ name }) => name === 'seconds');
	expect(seconds?.displayOptions).toEqual({ show: { resource: ['post'], operation: ['create'], kind: ['video'] } });
});
