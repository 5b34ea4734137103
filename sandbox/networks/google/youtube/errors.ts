import { Refused } from '../errors';

/** https://developers.google.com/youtube/v3/docs/errors: YouTube's own have a domain and a reason, and no `status`. */
export const youtubeError = (code: number, reason: string, message: string, domain = 'youtube.api', location?: string): Refused =>
	new Refused(code, { error: { code, message, errors: [{ message, domain, reason, ...(location && { location, locationType: location.startsWith('body') ? 'other' : 'parameter' }) }] } });

export const parameterError = (reason: string, message: string, name: string): Refused => youtubeError(400, reason, message, 'youtube.parameter', name);

export const notFound = (reason: string, thing: string, name: string): Refused => youtubeError(404, reason, `The ${thing} identified by the request's <code><a href="/youtube/v3/docs">${name}</a></code> parameter cannot be found.`, `youtube.${thing.replace(' ', '')}`, name);

/** Google says so of a body that it cannot bind. */
export const unknownField = (name: string, at: string): Refused =>
	youtubeError(400, 'badRequest', `Invalid JSON payload received. Unknown name "${name}" at '${at}': Cannot find field.`, 'global');

export const invalidField = (reason: string, message: string, location: string): Refused => youtubeError(400, reason, message, 'youtube.video', `body.${location}`);
