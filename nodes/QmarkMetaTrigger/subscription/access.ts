import type { IHookFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { Api } from '../../core/api';
import type { Platform } from '../../core/platform';
import { openSession } from '../../core/session';
import { hmac } from '../../core/webhook/proof';
import { facebook } from '../../platforms/facebook';
import { instagramLogin } from '../../platforms/instagramLogin';
import { meta } from '../../platforms/meta';
import { asSystemUser, metaSystemUser } from '../../platforms/metaSystemUser';

type Context = IHookFunctions | ILoadOptionsFunctions;

/** The app signs its own calls with a token that is its ID and secret. https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens */
const app = { ...meta, actor: { field: 'app', token: async (token: string) => token } } as const satisfies Platform;

const isSystemUser = (context: Context) => context.getNode().parameters.app === metaSystemUser.credential;

const connected = (context: Context, platform: Platform) => (isSystemUser(context) ? asSystemUser(platform) : platform);

/** Calls as whoever connected, or as a page of theirs. */
export const personApi = async (context: Context): Promise<Api> => new Api(await openSession(context, connected(context, facebook)), 'write');
export const pageApi = async (context: Context, page: string): Promise<Api> => new Api(await openSession(context, connected(context, facebook)), 'write', { page });

/** Calls as an Instagram account that is connected without a page. */
export const instagramApi = async (context: Context): Promise<Api> => new Api(await openSession(context, instagramLogin), 'write');

/** The app of the credential, and calls as that app. */
export async function appApi(context: Context): Promise<{ id: string; api: Api }> {
	const platform = connected(context, app);
	const { clientId, clientSecret } = await context.getCredentials(platform.credential);
	const id = typeof clientId === 'string' && clientId !== '' ? clientId : await ownAppId(context);
	return { id, api: new Api(await openSession(context, platform), 'write', { app: `${id}|${String(clientSecret)}` }) };
}

/** The app that a system user's token was made for. */
async function ownAppId(context: Context): Promise<string> {
	const { id } = await (await personApi(context)).send<{ id: string }>({ url: '/app', qs: { fields: 'id' } });
	return id;
}

/** What Meta repeats when it verifies a callback URL: known to every workflow that has the app's secret, and to nobody else. */
export const verifyToken = (secret: string): string => hmac(secret, 'webhook verify token').toString('hex').slice(0, 40);
