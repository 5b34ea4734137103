import { runInNewContext } from 'node:vm';
import type { IDataObject, INode } from 'n8n-workflow';
import { workflows } from './files';

const welcoming = workflows.filter(({ path }) => path.endsWith('/welcome-new-leads.json'));

interface Decision {
	assignments?: { assignments: { name: string; value: string }[] };
}

const expressionIn = ({ parameters }: INode, field: string) => {
	const { assignments }: Decision = parameters;
	return assignments?.assignments.find(({ name }) => name === field)?.value.replace(/^=\{\{|\}\}$/g, '') ?? '';
};

// Meta puts up to a thousand leads into one notification, and the trigger starts one execution for them.
describe.each(welcoming)('$path: several leads of one notification', ({ workflow }) => {
	test('are each decided', () => {
		expect(workflow.nodes.filter(({ name, executeOnce }) => executeOnce && !name.startsWith('Make the ')).map(({ name }) => name)).toEqual([]);
	});

	test.each([
		['+331', ''],
		['+332', 'opted out'],
	])('%s, by what this person said and nobody else', (phone, whyNot) => {
		const items: Record<string, IDataObject> = { 'Look at the lead': { status: '' }, 'Read the answers': { phone, consents: 'yes' }, Settings: { whatsapp_number: '106' } };
		const contacts = ['', '2027-01-31T09:30:00.000Z'].map((opt_out) => ({ json: { phone: '+332', opt_out } }));
		const decide = workflow.nodes.find(({ name }) => name === 'Decide');
		const $ = (name: string) => ({ item: { json: items[name] }, all: () => contacts });
		expect(decide && runInNewContext(expressionIn(decide, 'why_not'), { $ })).toBe(whyNot);
	});
});
