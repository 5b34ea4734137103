import type { Page } from 'playwright-core';
import { seed } from '../../sandbox/networks/seed';
import type { Stage } from '../../test/support/stage';
import { withSettings } from '../../test/e2e/approval';
import { approverAt } from '../../test/e2e/approver';
import { rowOf, storeOf } from '../../test/e2e/store';
import { picture, settled } from './editor';

const chat = String(seed.telegram.customer.id);
const table = 'QMARK contents (pictures)';

/** Pictures by the language that the person is asked in. */
const forms = [
	{ language: 'en', name: 'approval-form', id: 'spring-bouquets', text: 'The camellias are here: first bouquets on Friday, at the workshop and by bicycle.' },
	{ language: 'fr', name: 'approval-form-fr', id: 'bouquets-printemps', text: 'Les camélias sont là : premiers bouquets vendredi, à l’atelier et à vélo.' },
] as const;

/** The form behind the button of the message that asks for approval. */
export async function approvalPictures(page: Page, { operator, networks }: Stage, wanted: (name: string) => boolean): Promise<void> {
	// The mail's nodes want a credential, though nobody is asked by mail here.
	if (forms.some(({ name }) => wanted(name))) await operator.ensureCredential('Mail', 'smtp', { host: '127.0.0.1', port: 1025, secure: false, disableStartTls: true });
	for (const { language, name, id, text } of forms) {
		if (!wanted(name)) continue;
		const workflow = await operator.importWorkflow(withSettings('workflows/publishing/approve-then-publish.json', `Approval (${language})`, { telegram_chat: chat, language }, table));
		const content = { id, text, media: [{ url: `${networks.origin}/media/samples/bouquet-camelia.jpg`, kind: 'image', role: 'post' }], link: 'https://ateliercamelia.example/bouquets', targets: ['facebook', 'instagram'].map((network) => ({ network })) };
		await storeOf(operator, table).put([rowOf(content)]);
		await operator.workflows.run(workflow);
		const [question] = await approverAt(networks.origin, chat).questions(id);
		await page.setViewportSize({ width: 640, height: 895 });
		await page.goto(question?.url ?? '');
		await page.getByRole('button').first().waitFor();
		await settled(page);
		await picture(page, name);
	}
}
