const { run } = require('./client');

/** A customer list, a rule and the leads of a form, by the SDK. The SDK hashes nothing here: the rows come hashed. */
run(async ({ AdAccount, CustomAudience, AdRule, Page, LeadgenForm }, { account, audience, payload, rule, page, form }) => {
	const made = await new AdAccount(account).createCustomAudience([], audience);
	const list = new CustomAudience(made.id);
	const added = await list.createUser([], { payload });
	await list.update([], { name: 'Fidèles' });
	const { name } = await list.get(['name']);
	const like = await new AdAccount(account).createCustomAudience([], { name: 'Semblables', subtype: 'LOOKALIKE', origin_audience_id: made.id, lookalike_spec: { type: 'custom_ratio', ratio: 0.01, country: 'FR' } });
	const removed = await list.deleteUsers({ payload: { ...payload, data: payload.data.slice(0, 1) } });
	const listed = (await new AdAccount(account).getCustomAudiences(['name'])).map(({ name: one }) => one);
	const library = await new AdAccount(account).createAdRulesLibrary([], rule);
	await new AdRule(library.id).update([], { status: 'DISABLED' });
	const { status } = await new AdRule(library.id).get(['status']);
	const forms = page ? (await new Page(page).getLeadGenForms(['name'])).map(({ name: one }) => one) : [];
	const leads = (await new LeadgenForm(form).getLeads(['field_data'])).map(({ field_data: answers }) => answers);
	return { added: added._data, removed, name, like: like._data, listed, status, forms, leads };
});
