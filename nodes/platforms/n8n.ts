import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';

const meanings: Readonly<Record<number, readonly [verdict: Verdict, hint: string]>> = {
	401: ['reconnect', 'Create an API key in n8n under Settings > n8n API, and put it in the QMARK N8n API credential.'],
	403: ['reconnect', 'Give the API key the scopes credential:list, workflow:list and workflow:read. Only the owner and admins may list credentials.'],
	404: ['fix-input', 'Check the ID.'],
};

function parseError({ status, body }: Reply): Failure | undefined {
	if (status < 400 || typeof body !== 'object' || body === null || !('message' in body)) return undefined;
	const [verdict, hint] = meanings[status] ?? ['stop', 'Check the base URL and the key in the QMARK N8n API credential.'];
	return { verdict, code: String(status), message: `n8n’s API refused: ${String(body.message)}.`.replace('..', '.'), hint };
}

/** This instance’s public API: https://docs.n8n.io/api/ */
export const n8n = {
	name: 'n8n',
	credential: 'qmarkN8nApi',
	docs: 'https://docs.n8n.io/api/',
	verified: '2026-11 n8n 2.41.1',
	baseUrl: ({ baseUrl }) => `${String(baseUrl).replace(/\/+$/, '')}/api/v1`,
	account: ({ baseUrl }) => String(baseUrl),
	identity: { request: { url: '/credentials', qs: { limit: 1 } }, nameOf: () => 'n8n' },
	concurrency: { read: 4, send: 1 },
	retry: { attempts: 3, firstDelay: 500 },
	timeout: 30_000,
	parseError,
	pageItems: ({ data }) => (Array.isArray(data) ? data : []),
	nextPage: (request, { nextCursor: cursor }) => (typeof cursor === 'string' && cursor ? { ...request, qs: { ...request.qs, cursor } } : undefined),
} as const satisfies Platform;
