import { QmarkMetaOAuth2Api } from '../../credentials/QmarkMetaOAuth2Api.credentials';
import { code, table } from './markdown';
import { linkTo, nodes } from './nodes';

/** What Connect asks for: the scopes stand as one literal in the credential. */
const asked = (): string[] => {
	const scope = new QmarkMetaOAuth2Api().properties.find(({ name }) => name === 'scope');
	return /"([a-z_]+(?: [a-z_]+)+)"/.exec(String(scope?.default))?.[1]?.split(' ') ?? [];
};

const users = (scope: string): string =>
	nodes
		.flatMap((node) => {
			const links = node.operations.filter(({ scopes = [] }) => scopes.includes(scope)).map((one) => linkTo(node, one, one.heading));
			return links.length > 0 ? [`**${node.description.displayName}**: ${links.join(', ')}`] : [];
		})
		.join('<br>');

/** Permission → the operations that need it. */
export function permissionsPage(): string {
	const rows = asked().map((scope) => [code(scope), users(scope) || 'no operation by itself; lets Meta list pages that belong to a business']);
	return [
		'<!-- Written by `npm run docs` from the operation tables. Change those, not this file. -->',
		'# Permissions',
		'What **Connect** asks Meta for, and which operations need it. If you never use an operation, Meta need not grant its permission to your app; an operation without its permission fails with the verdict `reconnect` and says so.',
		table([['Permission', 'Operations'], ...rows]),
		'With a *Login Configuration ID* in the credential, Meta takes the permissions from that configuration and not from this list: see [Connect Facebook and Instagram](../en/connect-meta.md).',
		`Telegram has no permissions of this kind: a bot may do what the rights of its role in a chat allow. See [Connect Telegram](../en/connect-telegram.md).`,
	].join('\n\n').concat('\n');
}
