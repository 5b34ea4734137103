import { seed } from '../seed';
import { mayAdvertise } from './ads/access';
import { Connection, Ref, type Describe, type Handler } from './call';
import type { Edges } from './edges';
import type { App, User } from './model';
import { isPersonal } from './tokens';
import { appSubscriptions } from './webhooks/handlers';

const emails: Record<string, string> = {
	[seed.meta.user.id]: 'camille@atelier-camelia.example',
	[seed.meta.otherUser.id]: 'bruno@atelier-camelia.example',
};

export const describeUser: Describe<User> = (user) => ({
	label: 'User',
	defaults: ['name', 'id'],
	fields: {
		id: () => user.id,
		name: () => user.name,
		first_name: () => user.name.split(' ')[0],
		last_name: () => user.name.split(' ').at(-1),
		email: () => emails[user.id],
	},
});

export const describeApp: Describe<App> = (app) => ({
	label: 'Application',
	defaults: ['name', 'id'],
	fields: { id: () => app.id, name: () => app.name },
});

export const userEdges: Edges<'User', Handler<User>> = {
	GET: (user) => new Ref(user, ['name', 'id']),
	/** Lists only the pages ticked in the dialog, as Meta does. https://developers.facebook.com/docs/graph-api/reference/user/accounts */
	'GET accounts': (user, { token }, meta) => {
		const may = isPersonal(token) && token.grant.scopes.includes('pages_show_list');
		const pages = may ? token.grant.pageIds.map((id) => meta.page(id)) : [];
		return new Connection(`${user.id}/accounts`, pages);
	},
	'GET permissions': (_user, { token, params }) => {
		const { scopes, declined } = token.grant;
		const all = [
			...scopes.map((permission) => ({ permission, status: 'granted' })),
			...declined.map((permission) => ({ permission, status: 'declined' })),
		];
		const [permission, status] = [params.text('permission'), params.text('status')];
		return { data: all.filter((one) => one.permission === (permission ?? one.permission) && one.status === (status ?? one.status)) };
	},
	'DELETE permissions': (_user, { token, params }, meta) => {
		const permission = params.text('permission');
		const own = (userId: string): boolean => userId === token.grant.userId;
		if (permission === undefined) meta.tokens.revoke(458, own);
		else meta.tokens.dropScopes([permission], own);
		return { success: true };
	},
	/** https://developers.facebook.com/docs/graph-api/reference/user/adaccounts */
	'GET adaccounts': (user, { token }, meta) => new Connection(`${user.id}/adaccounts`, mayAdvertise(token) ? meta.all('AdAccount') : []),
	/** https://developers.facebook.com/docs/graph-api/reference/user/assigned_whatsapp_business_accounts */
	'GET assigned_whatsapp_business_accounts': (user, _call, meta) =>
		new Connection(`${user.id}/assigned_whatsapp_business_accounts`, user.id === seed.meta.otherUser.id ? [] : meta.all('WhatsAppBusinessAccount')),
	/** The florist's pages are in no business portfolio. */
	'GET businesses': () => ({ data: [] }),
};

export const appEdges: Edges<'Application', Handler<App>> = { GET: (app) => new Ref(app, ['name', 'id']), ...appSubscriptions };
