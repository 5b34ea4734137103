import { credentials } from './credentials';
import { code, table } from './markdown';
import { linkTo, nodes } from './nodes';

const sections = (): string[] =>
	credentials.flatMap(({ displayName, field, asked }) => {
		if (!field) return [];
		const rows = asked.map(({ choice, first, permissions }) => [choice, first ? 'yes' : '', permissions.map(code).join(', ')]);
		return [`## ${displayName}`, table([[field, 'In a new credential', 'Permissions that Connect asks for'], ...rows])];
	});

const users = (scope: string): string =>
	nodes
		.flatMap((node) => {
			const links = node.operations.filter(({ scopes = [] }) => scopes.includes(scope)).map((one) => linkTo(node, one, one.heading));
			return links.length > 0 ? [`**${node.description.displayName}**: ${links.join(', ')}`] : [];
		})
		.join('<br>');

/** What each choice asks for, and which operation needs what. */
export function permissionsPage(): string {
	const needed = [...new Set(nodes.flatMap(({ operations }) => operations.flatMap(({ scopes = [] }) => scopes)))];
	return [
		'<!-- Written by `npm run docs` from the credentials and the operation tables. Change those, not this file. -->',
		'# Permissions',
		'What **Connect** asks each platform for, by what is chosen in the credential. Choose only what you use: each permission is one more that the platform may want to review. After a change, connect again.',
		...sections(),
		'## Operations of QMARK Facebook and QMARK Instagram',
		'If you never use an operation, Meta need not grant its permission to your app; an operation without its permission fails with the verdict `reconnect` and says so. `business_management` belongs to no operation: with it, Meta also lists pages that belong to a business. A token of a system user needs the same permissions.',
		table([['Permission', 'Operations'], ...needed.map((scope) => [code(scope), users(scope)])]),
		'With a *Login Configuration ID* in the credential, Meta takes the permissions from that configuration and not from these lists: see [Connect Facebook, Instagram and WhatsApp](../en/connect-meta.md#facebook-login-for-business).',
		'Telegram has no permissions of this kind: a bot may do what the rights of its role in a chat allow. See [Connect Telegram](../en/connect-telegram.md).',
	].join('\n\n').concat('\n');
}
