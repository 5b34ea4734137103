import type { Router } from 'express';
import { route } from '../route';
import type { Google } from '../state';
import { admit, checkBody, enter, jsonOf, pageOf, partsOf, scopes, type Admitted, type Call } from './call';
import { notFound, parameterError, youtubeError } from './errors';
import { allCategories, readSnippet, readStatus, videoBody } from './metadata';
import type { Video } from './model';
import { channelResource, listOf, videoParts, videoResource } from './resource';

/** A video that the caller owns. */
export function ownVideo({ youtube, channel }: Call, id: string | undefined, doing: string): Video {
	const video = id === undefined ? undefined : youtube.videos.get(id);
	if (!video) throw notFound('videoNotFound', 'video', 'id');
	if (video.channel !== channel.id) throw youtubeError(403, 'forbidden', `The video cannot be ${doing}. The request might not be properly authorized.`, 'youtube.video');
	return video;
}

const ownerOnly = ['processingDetails', 'fileDetails', 'suggestions'];

/** `/youtube/v3/videos` and the categories. https://developers.google.com/youtube/v3/docs/videos */
export function videoRoutes(router: Router, google: Google): void {
	router.get(
		'/youtube/v3/videos',
		route((req) => {
			const parts = partsOf(req, videoParts);
			const call = enter(req, google, { name: 'videos.list', scopes: scopes.read, cost: 1, parameters: ['id', 'maxResults', 'pageToken', 'hl', 'myRating', 'chart', 'regionCode'] });
			const ids = call.query('id')?.split(',');
			if (!ids) throw parameterError('missingRequiredParameter', 'No filter selected. Expected one of: myRating, chart, id', 'parameters.');
			if (ids.length > 50) throw parameterError('invalidFilters', 'The request specifies an invalid filter parameter.', 'id');
			const seen = ids.flatMap((id) => call.youtube.videos.get(id) ?? []).filter((video) => video.channel === call.channel.id || video.status.privacyStatus !== 'private');
			if (parts.some((part) => ownerOnly.includes(part)) && seen.some((video) => video.channel !== call.channel.id)) throw youtubeError(403, 'forbidden', 'The request cannot access user rating or processing information.', 'youtube.video');
			const items = seen.map((video) => videoResource(call.youtube, video, parts));
			return listOf('video', items, { pageInfo: { totalResults: items.length, resultsPerPage: items.length } });
		}),
	);
	router.put(
		'/youtube/v3/videos',
		route(async (req) => {
			const parts = partsOf(req, videoParts);
			const call = enter(req, google, { name: 'videos.update', scopes: scopes.manage, cost: 50 });
			const body = await jsonOf(req);
			checkBody(body, videoBody);
			const video = ownVideo(call, typeof body.id === 'string' ? body.id : undefined, 'updated');
			const { youtube } = call;
			const given = Object.fromEntries(Object.entries(body).filter(([name]) => parts.includes(name)));
			const snippet = parts.includes('snippet') ? readSnippet(given, true) : video.snippet;
			const status = parts.includes('status') ? readStatus(given, youtube.world.clock.now()) : video.status;
			if (status.publishAt !== undefined && video.publishedAt !== undefined) throw youtubeError(400, 'invalidPublishAt', 'The request metadata specifies an invalid scheduled publishing time.', 'youtube.video', 'body.status.publishAt');
			Object.assign(video, { snippet, status: video.locked ? { ...status, privacyStatus: 'private' } : status });
			youtube.show(video);
			return videoResource(youtube, video, parts);
		}),
	);
	router.delete(
		'/youtube/v3/videos',
		route((req, res) => {
			const call = enter(req, google, { name: 'videos.delete', scopes: scopes.manage, cost: 50, parameters: ['id'] });
			call.youtube.remove(ownVideo(call, call.query('id'), 'deleted'));
			res.status(204);
			return {};
		}),
	);
	router.get(
		'/youtube/v3/videoCategories',
		route((req) => {
			const parts = partsOf(req, ['id', 'snippet']);
			const call = enter(req, google, { name: 'videoCategories.list', scopes: scopes.read, cost: 1, parameters: ['id', 'regionCode', 'hl'] });
			if (call.query('regionCode') === undefined && call.query('id') === undefined) throw parameterError('missingRequiredParameter', 'No filter selected. Expected one of: id, regionCode', 'parameters.');
			const ids = call.query('id')?.split(',');
			const items = allCategories.filter(({ id }) => !ids || ids.includes(id)).map(({ id, title, assignable }) => ({ kind: 'youtube#videoCategory', id, ...(parts.includes('snippet') && { snippet: { title, assignable, channelId: 'UCBR8-60-B28hp2BmDPdntcQ' } }) }));
			return listOf('videoCategory', items);
		}),
	);
	router.get(
		'/youtube/v3/channels',
		route((req) => {
			const parts = partsOf(req, ['id', 'snippet', 'contentDetails', 'statistics', 'status', 'brandingSettings', 'localizations', 'topicDetails', 'contentOwnerDetails', 'auditDetails']);
			return channels(admit(req, google, { name: 'channels.list', scopes: scopes.read, cost: 1, parameters: ['mine', 'id', 'forHandle', 'maxResults', 'pageToken', 'hl'] }), parts);
		}),
	);
}

/** A person without a channel has none in the list. */
function channels(call: Admitted, parts: string[]): object {
	const { youtube, query } = call;
	const [id, handle] = [query('id'), query('forHandle')];
	if (query('mine') !== 'true' && id === undefined && handle === undefined) throw parameterError('missingRequiredParameter', 'No filter selected. Expected one of: forHandle, id, mine', 'parameters.');
	const found = query('mine') === 'true' ? [youtube.channelOf(call.account) ?? []].flat() : youtube.channels.filter((one) => one.id === id || one.handle === handle?.replace(/^@?/, '@'));
	const { items, more } = pageOf(found, call);
	return listOf('channel', items.map((one) => channelResource(youtube, one, parts)), more);
}
