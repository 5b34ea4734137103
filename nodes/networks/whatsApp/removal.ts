import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { failureOf } from '../../core/errors';
import { isMissing } from '../../platforms/meta';

/** Deletes a node. Without an answer, looks whether it is still there. */
export async function removeMedia(api: Api, id: string, qs: IDataObject): Promise<IDataObject> {
	const gone = (error: unknown) => {
		if (isMissing(failureOf(error))) return { result: {} };
		throw error;
	};
	const reconcile = async () => await api.send({ url: `/${id}`, qs }).then(() => undefined, gone);
	await api.send({ method: 'DELETE', url: `/${id}`, qs, reconcile });
	return { id, deleted: true };
}

/** Deletes a template in all its languages, or the one of `id`. Without an answer, looks whether any is still listed. */
export async function removeTemplate(api: Api, account: string, name: string, id?: string): Promise<IDataObject> {
	const url = `/${account}/message_templates`;
	const reconcile = async () => {
		const { data = [] } = await api.send<{ data?: { id: string; name: string; status: string }[] }>({ url, qs: { name, fields: 'id,name,status', limit: 100 } });
		const left = data.filter((one) => one.name === name && (!id || one.id === id) && !/DELET/.test(one.status));
		return left.length > 0 ? undefined : { result: {} };
	};
	await api.send({ method: 'DELETE', url, qs: { name, ...(id && { hsm_id: id }) }, reconcile });
	return { name, ...(id && { id }), deleted: true };
}
