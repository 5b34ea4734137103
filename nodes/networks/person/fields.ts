import type { INodeProperties } from 'n8n-workflow';

export const text = (displayName: string, name: string, description: string) => ({ displayName, name, type: 'string', default: '', description }) as const;
const number = (displayName: string, name: string, description: string) => ({ displayName, name, type: 'number', default: 0, description }) as const;

/** What most vendors recognise a person by, as a panel asks for it. */
export const personFields = {
	city: text('City', 'city', 'In any spelling'),
	clientIpAddress: text('Client IP Address', 'clientIpAddress', 'Of the browser, not of a server in between'),
	country: text('Country', 'country', 'Two letters, such as FR'),
	dateOfBirth: text('Date of Birth', 'dateOfBirth', 'Such as 1997-02-16'),
	email: { displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. mary@example.com', description: 'One address, or several separated by commas' },
	externalId: text('External ID', 'externalId', 'Your own number of the person; several as a list'),
	firstName: text('First Name', 'firstName', 'In any script'),
	lastName: text('Last Name', 'lastName', 'In any script'),
	phone: text('Phone', 'phone', 'With country code, or without one if there is a default country; several separated by commas'),
	zip: text('ZIP Code', 'zip', 'In any spelling'),
} as const satisfies Record<string, INodeProperties>;

/** What most vendors are told of what a person did. */
export const detailFields = {
	contentCategory: text('Content Category', 'contentCategory', 'Such as a shelf of the shop'),
	contentIds: text('Content IDs', 'contentIds', 'Comma-separated product numbers of the catalog'),
	contentName: text('Content Name', 'contentName', 'Of the product or page'),
	currency: text('Currency', 'currency', 'Three letters, such as EUR'),
	numItems: number('Number of Items', 'numItems', 'How many were bought'),
	orderId: text('Order ID', 'orderId', 'The event ID is derived from it'),
	predictedLtv: number('Predicted Lifetime Value', 'predictedLtv', 'What the customer is expected to bring in'),
	searchString: text('Search String', 'searchString', 'What was searched for'),
	value: number('Value', 'value', 'What it is worth, in the currency’s main unit'),
} as const satisfies Record<string, INodeProperties>;
