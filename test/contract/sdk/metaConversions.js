const { run } = require('./client');

/** What a shop's server does with the SDK's own Conversions API classes, which normalise and hash by themselves. */
run(async ({ Content, CustomData, EventRequest, ServerEvent, UserData }, { token, dataset, events }) => {
	const built = events.map(({ person, details, products, ...facts }) => {
		const user = new UserData();
		for (const [setter, value] of Object.entries(person)) user[setter](value);
		const event = new ServerEvent().setUserData(user);
		for (const [setter, value] of Object.entries(facts)) event[setter](value);
		const custom = new CustomData();
		for (const [setter, value] of Object.entries(details)) custom[setter](value);
		if (products) custom.setContents(products.map(({ id, quantity, price }) => new Content().setId(id).setQuantity(quantity).setItemPrice(price)));
		return event.setCustomData(custom);
	});
	const { events_received: received, messages } = await new EventRequest(token, dataset).setEvents(built).execute();
	return { received, messages };
});
