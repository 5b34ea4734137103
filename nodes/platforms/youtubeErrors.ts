import type { Failure, Verdict } from '../core/errors';
import type { Reply } from '../core/platform';
import { google } from './google';

const DAY = 24 * 60 * 60_000;

type Meaning = readonly [verdict: Verdict, hint: string];

const missing = (thing: string): Meaning => ['fix-input', `Check the ID: there is no such ${thing}, it was deleted, or the connected account may not see it.`];
const closed: Meaning = ['stop', 'YouTube has closed or suspended this account: open YouTube with it and follow what is said there.'];
const noChannel: Meaning = ['stop', 'The connected Google account has no YouTube channel: create one on youtube.com, or connect the account that has it.'];
const notYours: Meaning = ['stop', 'The connected account may not do this: check whose it is and who is connected.'];
const correct: Meaning = ['fix-input', 'Correct what YouTube names and run the item again.'];
const thumbnailPhone: Meaning = ['stop', 'The channel may not set thumbnails yet: verify its phone number on youtube.com/verify, and check that the video is its own.'];

/** By `errors[].reason`. https://developers.google.com/youtube/v3/docs/errors */
const meanings: Readonly<Record<string, Meaning>> = {
	// The account
	youtubeSignupRequired: noChannel,
	authenticatedUserNotChannel: noChannel,
	channelNotFound: noChannel,
	authenticatedUserAccountClosed: closed,
	authenticatedUserAccountSuspended: closed,
	channelClosed: closed,
	channelSuspended: closed,
	channelForbidden: notYours,
	accountDelegationForbidden: notYours,
	forbidden: notYours,
	insufficientCapabilities: notYours,
	insufficientPermissions: ['reconnect', 'Open the credential, tick what this needs under “Use For”, click Connect and leave all boxes ticked in Google’s dialog.'],
	ACCESS_TOKEN_SCOPE_INSUFFICIENT: ['reconnect', 'Open the credential, tick what this needs under “Use For”, click Connect and leave all boxes ticked in Google’s dialog.'],
	// Limits
	uploadLimitExceeded: ['wait', 'The channel has uploaded as many videos as YouTube allows in 24 hours: run this again tomorrow.'],
	uploadRateLimitExceeded: ['wait', 'The channel has set too many thumbnails lately: run this again later.'],
	maxPlaylistExceeded: ['stop', 'The channel has as many playlists as YouTube allows: delete one first.'],
	playlistContainsMaximumNumberOfVideos: ['stop', 'The playlist is full: use another one.'],
	// Videos
	videoNotFound: missing('video'),
	mediaBodyRequired: ['fix-input', 'There was no file in the upload: check the field that should hold it.'],
	invalidFilename: ['fix-input', 'Give the file a plain name.'],
	invalidTitle: ['fix-input', 'Give a title of 1 to 100 characters, without < and >.'],
	invalidDescription: ['fix-input', 'Give a description of up to 5,000 bytes, without < and >.'],
	invalidTags: ['fix-input', 'Give tags of up to 500 characters in all, without < and >; a tag with a space counts two more.'],
	invalidCategoryId: ['fix-input', 'Choose a category of the list: YouTube takes no videos into this one.'],
	invalidPublishAt: ['fix-input', 'Give a time that lies ahead. Only a private video that was never public can be published later.'],
	invalidRecordingDetails: correct,
	invalidVideoGameRating: correct,
	invalidVideoMetadata: ['fix-input', 'Give the video a title and a category.'],
	defaultLanguageNotSet: ['fix-input', 'Set the language of the title and description.'],
	defaultLanguageNotSetError: ['fix-input', 'Set the language of the title and description.'],
	forbiddenLicenseSetting: ['fix-input', 'Choose the standard YouTube license: this channel may not use the other.'],
	forbiddenPrivacySetting: ['stop', 'YouTube does not let this be made public. Videos of an API project that is not audited stay private: ask for the audit at support.google.com/youtube/contact/yt_api_form.'],
	forbiddenEmbedSetting: ['fix-input', 'Leave embedding as it is: this channel may not change it.'],
	uploadTooLarge: ['fix-input', 'Make the file smaller.'],
	badContent: ['fix-input', 'Give a video file. Where it is one, name its type: video/mp4.'],
	// Thumbnails
	invalidImage: ['fix-input', 'Give a JPEG or PNG of 16:9, such as 1280 × 720 pixels.'],
	// Playlists
	playlistNotFound: missing('playlist'),
	playlistForbidden: notYours,
	playlistOperationUnsupported: ['fix-input', 'YouTube keeps this playlist itself: use one of the channel’s own.'],
	playlistTitleRequired: ['fix-input', 'Give the playlist a title.'],
	invalidPlaylistSnippet: ['fix-input', 'Give a title of up to 150 characters and a description of up to 5,000, without < and >.'],
	playlistIdRequired: ['fix-input', 'Choose a playlist.'],
	playlistItemNotFound: missing('entry'),
	playlistItemsNotAccessible: notYours,
	videoAlreadyInAnotherSeriesPlaylist: ['fix-input', 'The video is in another series: take it out there first.'],
	manualSortRequired: ['fix-input', 'Leave the position empty, or set the playlist to manual order on YouTube.'],
	invalidPlaylistItemPosition: ['fix-input', 'Give a position from 0 to the number of videos in the playlist.'],
	resourceIdRequired: ['fix-input', 'Choose a video.'],
	invalidResourceType: ['fix-input', 'Only videos can be added to a playlist.'],
	// Requests
	invalidFilters: correct,
	invalidPageToken: ['retry', 'The list has changed meanwhile: run the item again.'],
	invalidParameter: correct,
	missingRequiredParameter: correct,
	unknownPart: correct,
	badRequest: correct,
	invalid: correct,
};

/** Milliseconds until the daily quota is given back, at midnight in California; on the two days when its clocks change it may be an hour off. */
function untilPacificMidnight(now: number): number {
	const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', timeStyle: 'medium' }).format(now);
	const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
	return DAY - ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const quota = { units: 10_000, uploads: 100 } as const;

/** What a project may do in a day, and what calls cost: https://developers.google.com/youtube/v3/determine_quota_cost */
export const dailyQuota = { ...quota, cost: { read: 1, write: 50 } } as const;

function overQuota(failure: Failure): Failure {
	const retryAfter = untilPacificMidnight(Date.now());
	const hint = `The Google Cloud project has used up what it may do in a day, ${quota.uploads} uploads and ${quota.units.toLocaleString('en')} units otherwise unless Google gave it more: run this again after ${new Date(Date.now() + retryAfter).toISOString().slice(0, 16)}Z.`;
	return { ...failure, verdict: 'wait', retryAfter, hint };
}

/** Limits that YouTube gives back after so long, in ms, without saying so in each answer. https://support.google.com/youtube/answer/4588475 */
const pauses: Readonly<Record<string, number>> = { uploadLimitExceeded: DAY, uploadRateLimitExceeded: DAY / 24 };

interface Told {
	reason?: string;
	domain?: string;
}

function toldIn(body: unknown): Told[] {
	const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
	if (typeof error !== 'object' || error === null) return [];
	const { errors = [], details = [] }: { errors?: Told[]; details?: Told[] } = error;
	return [...errors, ...details];
}

/** YouTube writes its refusals as HTML. */
const plain = (text: string) => text.replace(/<[^>]*>/g, '').replace('Google refused: ', 'YouTube refused: ');

/** YouTube's reasons beside Google's. */
export function parseError(reply: Reply): Failure | undefined {
	const failure = google.parseError(reply);
	if (!failure) return undefined;
	const told = { ...failure, message: plain(failure.message) };
	const { status, body } = reply;
	if (status >= 500) return told;
	const all = toldIn(body);
	if (all.some(({ reason }) => reason === 'quotaExceeded' || reason === 'dailyLimitExceeded')) return overQuota(told);
	if (all.some(({ domain, reason }) => domain === 'youtube.thumbnail' && reason === 'forbidden')) return { ...told, verdict: thumbnailPhone[0], hint: thumbnailPhone[1] };
	const reason = all.map(({ reason: name = '' }) => name).find((name) => name in meanings) ?? '';
	const [verdict, hint] = meanings[reason] ?? [];
	if (!verdict || !hint) return told;
	return { ...told, verdict, hint, ...(reason in pauses && { retryAfter: pauses[reason] }) };
}

/** Why a video could not be processed: https://developers.google.com/youtube/v3/docs/videos#status.failureReason */
export const failureReasons: Readonly<Record<string, string>> = {
	codec: 'Its codec is none that YouTube knows: convert it to MP4 with H.264 video and AAC sound.',
	conversion: 'YouTube could not convert it: convert it to MP4 with H.264 video and AAC sound.',
	emptyFile: 'The file is empty: check the node that makes it.',
	invalidFile: 'The file is no video that YouTube can read: convert it to MP4 with H.264 video and AAC sound.',
	tooSmall: 'The file is too small to be a video: check the node that makes it.',
	uploadAborted: 'The upload was cut off: run the item again.',
};

/** Why YouTube took a video down: https://developers.google.com/youtube/v3/docs/videos#status.rejectionReason */
export const rejectionReasons: Readonly<Record<string, string>> = {
	claim: 'Somebody else claims its content: look at YouTube Studio.',
	copyright: 'It infringes a copyright: look at YouTube Studio.',
	duplicate: 'The channel has this very video already: delete that one, or publish it.',
	inappropriate: 'Its content is against YouTube’s rules: look at YouTube Studio.',
	legal: 'It was taken down for legal reasons: look at YouTube Studio.',
	length: 'It is too long for this channel: verify its phone number on youtube.com/verify, or shorten the video to 15 minutes.',
	termsOfUse: 'It is against YouTube’s terms of use: look at YouTube Studio.',
	trademark: 'It infringes a trademark: look at YouTube Studio.',
	uploaderAccountClosed: 'The account that uploaded it is closed.',
	uploaderAccountSuspended: 'The account that uploaded it is suspended.',
};
