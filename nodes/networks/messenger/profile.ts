import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { readable } from '../facebook/posts';

/** Who somebody is. People who have not written yet, or keep it to themselves, show less. https://developers.facebook.com/docs/messenger-platform/identity/user-profile */
export const profileOf = async (api: Api, channel: Channel, person: string, fields: string): Promise<IDataObject> => ({
	channel,
	...(await api.send({ url: `/${person.trim()}`, qs: { fields: readable(fields, messenger.channels[channel].profileFields) } })),
});
