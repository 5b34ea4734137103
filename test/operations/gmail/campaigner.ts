import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { QmarkGmail } from '../../../nodes/QmarkGmail/QmarkGmail.node';
import { runNode } from '../../support/context';
import { DataTables } from '../../support/dataTables';
import { Mailbox } from './mailbox';
import type { Access } from './mailbox';

export const unsubscribeUrl = 'https://n8n.example.com/webhook/qmark-unsubscribe';
export const letter = { subject: 'Bouquets d’automne', html: '<p>Bonjour</p>', text: '', unsubscribeUrl };
export const statuses = (answers: IDataObject[]) => answers.map(({ status }) => status);

/** A mailbox, a journal, and a campaign with a name of its own for each test: the mailbox remembers what earlier ones sent. */
export class Campaigner {
	readonly mailbox = new Mailbox();
	tables = new DataTables();
	name = '';
	/** What stands between the node and the journal. */
	journal?: DataTables['executeWorkflow'];
	private campaigns = 0;
	private executions = 0;

	async begin() {
		this.tables = new DataTables();
		this.journal = undefined;
		this.name = `automne ${++this.campaigns}`;
		await this.mailbox.settings({ dailyMessages: 0 });
	}

	end() {
		this.tables.close();
	}

	person = (who: string) => `${who}.${this.campaigns}@customers.example`;
	lines = () => this.tables.rows('QMARK campaigns');
	change = (values: Record<string, string>) => this.tables.change('QMARK campaigns', values);

	run = async (operation: string, people: unknown[], parameters: INodeParameters = {}, access: Access = 'full', continueOnFail = false): Promise<IDataObject[]> => {
		const output = await runNode({
			node: new QmarkGmail(),
			parameters: { resource: 'campaign', operation, campaign: this.name, to: '={{ $json.email }}', ...letter, ...parameters },
			credentials: this.mailbox.credentials(access),
			services: { executeWorkflow: this.journal ?? this.tables.executeWorkflow },
			executionId: `campaign-${++this.executions}`,
			items: people.map((email) => ({ json: { email: email as string } })),
			continueOnFail,
		});
		return output.map(({ json }) => json);
	};

	send = async (people: unknown[], parameters: INodeParameters = {}, access: Access = 'full') => await this.run('send', people, parameters, access);
	optOut = async (operation: 'unsubscribe' | 'resubscribe', address: string) => (await this.run(operation, [''], { by: 'address', address }))[0];
	timesSent = async (who: string) => (await this.mailbox.deliveries())[this.person(who)] ?? 0;
}
