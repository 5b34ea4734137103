import { setTimeout as delay } from 'node:timers/promises';
import type { Stage } from '../support/stage';

const auth = { username: 'camille', password: 'sandbox-form-not-secret' };

/** A form of n8n that a person sends, and reads the last page of. */
export function formsOf(stage: () => Stage) {
	const client = () => stage().operator.rest.client;
	return {
		ensureLogin: async () => void (await stage().operator.ensureCredential('Import form (sandbox)', 'httpBasicAuth', { user: auth.username, password: auth.password })),
		/** Once n8n serves it. */
		opened: async (path: string): Promise<string> => {
			for (;;) {
				const { status, data } = await client().get<string>(`/form/${path}`, { auth, responseType: 'text', validateStatus: () => true });
				if (status !== 404) return data;
				await delay(250);
			}
		},
		/** Its fields by their place; answers the last page as HTML. */
		send: async (path: string, fields: Record<number, string | Blob>): Promise<string> => {
			const form = new FormData();
			for (const [index, value] of Object.entries(fields)) {
				if (typeof value === 'string') form.append(`field-${index}`, value);
				else form.append(`field-${index}`, value, value instanceof File ? value.name : 'file');
			}
			const { data } = await client().post<{ formWaitingUrl: string }>(`/form/${path}`, form, { auth });
			const lastPage = data.formWaitingUrl.replace(stage().operator.rest.url, '');
			const state = async () => String((await client().get(lastPage.replace('?', '/n8n-execution-status?'), { responseType: 'text' })).data);
			let now = await state();
			for (; now === 'running' || now === 'new' || now === 'waiting'; now = await state()) await delay(250);
			if (now !== 'form-waiting') throw new Error(`The execution of the form ended as “${now}”.`);
			const { data: html } = await client().get<string>(lastPage, { responseType: 'text' });
			// The page does so by itself when it is shown.
			await client().post(lastPage);
			return html;
		},
	};
}
