import { seed } from '../../seed';
import type { Handler } from '../call';
import { invalid } from '../errors';
import type { Page } from '../model';

const { user, otherUser, systemUser, business } = seed.meta;

/** People outside the business portfolio. https://developers.facebook.com/docs/graph-api/reference/page/roles */
export const listRoles: Handler<Page> = () => ({
	data: [
		{ id: user.id, name: user.name, tasks: ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'], is_active: true },
		{ id: otherUser.id, name: otherUser.name, tasks: ['ANALYZE', 'MODERATE'], is_active: true },
	],
});

/** Those of the business. https://developers.facebook.com/docs/graph-api/reference/page/assigned_users */
export const listAssignedUsers: Handler<Page> = (_page, { params }) => {
	const id = params.required('business');
	if (id !== business.id) throw invalid(`Param business: ${id} is no business of this page.`);
	return { data: [{ id: systemUser.id, name: systemUser.name, tasks: ['ANALYZE', 'CREATE_CONTENT'], user_type: 'SYSTEM_USER', business }] };
};
