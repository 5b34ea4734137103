const { run } = require('./client');

/** What the SDK knows of WhatsApp: an account with its numbers and its templates, but no messages. */
run(async ({ WhatsAppBusinessAccount, User }, { account, template }) => {
	const business = new WhatsAppBusinessAccount(account);
	const read = await business.get(['id', 'name']);
	const assigned = await new User('me').getAssignedWhatsAppBusinessAccounts(['id', 'name']);
	const numbers = await business.getPhoneNumbers(['id', 'display_phone_number', 'verified_name']);
	const created = await business.createMessageTemplate([], template);
	const listed = await business.getMessageTemplates(['id', 'name', 'status'], { name: template.name });
	const deleted = await business.deleteMessageTemplates({ name: template.name });
	const left = await business.getMessageTemplates(['id'], { name: template.name });
	const data = (list) => list.map(({ _data }) => _data);
	return { read: read._data, assigned: data(assigned), numbers: data(numbers), created: created._data, listed: data(listed), deleted: deleted._data ?? deleted, left: left.length };
});
