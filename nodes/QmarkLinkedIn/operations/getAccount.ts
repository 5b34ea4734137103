import { operation } from '../../core/operation';

/** https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2 */
export const getAccount = operation({
	resource: 'account',
	operation: 'get',
	effect: 'read',
	// Each kind of app has one of its own, and every connection has that.
	scopes: [],
	name: 'Get',
	action: 'Get the account',
	description: 'Get the member who is connected',
	fields: [],
	run: async (_, api) => await api.send({ url: '/v2/userinfo' }),
});
