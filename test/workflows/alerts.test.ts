import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { workflows } from './files';

interface Message {
	key: string;
	channel: string;
	title: string;
	message: string;
	raw?: string;
	payload?: object;
}

const codeOf = (workflow: string, node: string) => String(workflows.find((one) => one.workflow.name === workflow)?.workflow.nodes.find(({ name }) => name === node)?.parameters.jsCode);

const run = <T>(workflow: string, node: string, globals: object): T[] => {
	const items: { json: T }[] = runInNewContext(`(() => { ${codeOf(workflow, node)} })()`, { Buffer, $now: DateTime.fromISO('2026-11-23T10:00:00'), ...globals });
	return items.map(({ json }) => json);
};

describe.each(['Token watch', 'Authentication failure'])('%s: messages', (workflow) => {
	const off = { telegramChatId: '', emailTo: '', emailFrom: '', webhookUrl: '' };
	const messages = (settings: object, ...alerts: object[]) => {
		const items = (name: string) => (name === 'Settings' ? [{ ...off, ...settings }] : alerts).map((json) => ({ json }));
		return run<Message>(workflow, 'One message per channel', { $: (name: string) => ({ first: () => items(name)[0], all: () => items(name) }) });
	};
	const alert = { key: 'c1/ends/2026-12-01/7', title: 'LinkedIn “Camélia” ends in 7 days', text: 'Account: Camille.\nIt ends on 2026-12-01.' };
	const report = { credentialId: 'c1', state: 'due' };
	const mail = (settings: object, title = alert.title) => {
		const [message] = messages({ emailTo: 'a@shop.example', ...settings }, { ...report, alert: { ...alert, title } });
		const [head = '', body = ''] = Buffer.from(message?.raw ?? '', 'base64url').toString('utf8').split('\r\n\r\n');
		return { headers: head.replaceAll('\r\n ', ' ').split('\r\n'), lines: head.split('\r\n'), body };
	};

	test('one for each alert and each channel that is on', () => {
		expect(messages({ telegramChatId: '@shop', webhookUrl: 'https://shop.example/hook' }, { ...report, alert }, { ...report, alert: { ...alert, key: 'c2' } }).map(({ key, channel }) => [key, channel])).toEqual([
			...[[alert.key, 'telegram'], [alert.key, 'webhook']],
			...[['c2', 'telegram'], ['c2', 'webhook']],
		]);
	});

	test('the webhook gets key, title, text and report', () => {
		expect(messages({ webhookUrl: 'https://shop.example/hook' }, { ...report, alert })[0]?.payload).toEqual({ ...alert, report });
	});

	test('an alert without a channel fails loudly, none is silent', () => {
		expect(() => messages({}, { ...report, alert })).toThrow(/nowhere to go.*Settings/);
		expect(messages({})).toEqual([]);
	});

	test('the mail is UTF-8, its subject in encoded words of at most 75 characters', () => {
		const title = `LinkedIn “${'Atelier Camélia 🌺 '.repeat(8)}” ends in 7 days`;
		const { headers, lines, body } = mail({}, title);
		expect(headers).toEqual(expect.arrayContaining(['To: a@shop.example', 'Content-Type: text/plain; charset=utf-8', expect.stringMatching(/^Subject: =\?UTF-8\?B\?/)]));
		expect(headers.some((header) => header.startsWith('From:'))).toBe(false);
		const words = [...(headers.find((header) => header.startsWith('Subject:')) ?? '').matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)];
		expect(words.map(([, word = '']) => Buffer.from(word, 'base64').toString('utf8')).join('')).toBe(title);
		expect(Math.max(...words.map(([word]) => word.length))).toBeLessThanOrEqual(75);
		expect(Math.max(...[...lines, ...body.split('\r\n')].map(({ length }) => length))).toBeLessThanOrEqual(90);
		expect(Buffer.from(body, 'base64').toString('utf8')).toBe(alert.text);
	});

	test('no value begins another header', () => {
		const { headers } = mail({ emailTo: 'a@shop.example\r\nBcc: x@evil.example', emailFrom: 'b@shop.example\nReply-To: x@evil.example' }, 'Ends soon\r\nBcc: x@evil.example');
		expect(headers.map((header) => header.split(':')[0])).toEqual(['To', 'From', 'Subject', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding']);
	});
});

describe('Authentication failure: is a connection dead?', () => {
	const url = 'https://n8n.example/workflow/w1/executions/7';
	const node = { name: 'Publish', type: 'n8n-nodes-base.httpRequest', parameters: {}, credentials: { someApi: { id: 'c1', name: 'Shop' } } };
	const found = (error: object) => {
		const failure = { workflow: { id: 'w1', name: 'Posts' }, execution: { id: '7', url, lastNodeExecuted: 'Publish', error: { node, ...error } } };
		return run<{ alert: { key: string; title: string; text: string } }>('Authentication failure', 'Is a connection dead?', { $input: { first: () => ({ json: failure }) } });
	};

	test.each([
		['QMARK’s verdict', { context: { verdict: 'reconnect' }, httpCode: '400' }],
		['n8n’s cause', { failure: { cause: 'credential-invalid' } }],
		['HTTP 401', { httpCode: '401', message: 'Authorization failed' }],
		['a dead refresh token', { message: 'The credential "Shop" needs to be reconnected.' }],
		['an end without a refresh token', { message: 'OAuth access token expired and no refresh token is available. Please reconnect the credentials.' }],
		['no token', { message: 'Unable to sign without access token' }],
	])('%s is recognised', (_, error) => {
		const [item] = found(error);
		expect(item?.alert).toMatchObject({ key: 'c1/failed/2026-11-23', title: '“Shop” stopped the workflow “Posts”' });
		expect(item?.alert.text).toContain('https://n8n.example/home/credentials/c1');
		expect(item?.alert.text).toContain('Node: Publish');
	});

	test.each([
		['bad input', { context: { verdict: 'fix-input' }, httpCode: '401' }],
		['a limit', { context: { verdict: 'wait' } }],
		['a missing page', { httpCode: '404', message: 'Not found' }],
		['a 401 to a node without a credential', { node: { ...node, credentials: undefined }, httpCode: '401' }],
		['a failing Code node', { node: { name: 'Code', type: 'n8n-nodes-base.code' }, message: 'x is not defined' }],
	])('%s ends in silence', (_, error) => {
		expect(found(error)).toEqual([]);
	});

	test('the credential that the HTTP Request node does not use is not blamed', () => {
		const credentials = { ...node.credentials, gmailOAuth2: { id: 'c2', name: 'Mail' } };
		const [item] = found({ httpCode: '401', node: { ...node, credentials, parameters: { authentication: 'predefinedCredentialType', nodeCredentialType: 'gmailOAuth2' } } });
		expect(item?.alert.key).toBe('c2/failed/2026-11-23');
	});

	test('without an execution there is no link, but an alert', () => {
		const failure = { workflow: { id: 'w1', name: 'Posts' }, trigger: { error: { node, httpCode: '401', message: 'Unauthorized' } } };
		const [item] = run<{ alert: { text: string } }>('Authentication failure', 'Is a connection dead?', { $input: { first: () => ({ json: failure }) } });
		expect(item?.alert.text).toBe('Workflow: Posts\nNode: Publish\nUnauthorized');
	});
});
