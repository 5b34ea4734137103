import type { TelegramPoll, TelegramPollOption } from '@gramio/types';
import { messageIn } from './chats';
import { badRequest } from './errors';
import { formatted, formatText } from './entities';
import { replyMarkup } from './keyboard';
import { objectOf, type Params } from './params';
import { post, targetOf } from './send';
import { show } from './shown';
import type { Handler, TelegramState } from './state';

const OPTIONS = { least: 1, most: 12 };
const QUESTION_LENGTH = 300;
const OPTION_LENGTH = 100;

/** https://core.telegram.org/bots/api#sendpoll */
export const sendPoll: Handler = (params, state) => {
	const chat = targetOf(params, state);
	const question = formatted(params, { text: 'question', entities: 'question_entities', mode: 'question_parse_mode' });
	if (question.text === '') throw badRequest('poll question must be non-empty');
	if (question.text.length > QUESTION_LENGTH) throw badRequest(`poll question length must not exceed ${QUESTION_LENGTH}`);
	const anonymous = !params.has('is_anonymous') || params.flag('is_anonymous');
	if (!anonymous && chat.info.type === 'channel') throw badRequest("non-anonymous polls can't be sent to channel chats");
	const options = pollOptions(params);
	const poll: TelegramPoll = {
		id: `${state.world.clock.now()}${chat.lastMessageId}`,
		question: question.text,
		...(question.entities.length > 0 && { question_entities: question.entities }),
		options,
		total_voter_count: 0,
		is_closed: params.flag('is_closed'),
		is_anonymous: anonymous,
		allows_multiple_answers: params.flag('allows_multiple_answers'),
		allows_revoting: !params.has('allows_revoting') || params.flag('allows_revoting'),
		members_only: params.flag('members_only'),
		...quiz(params, options.length),
		...closing(params, state),
	};
	return post(params, state, chat, { poll }, { kind: 'poll', text: pollText(poll), media: [] }).message;
};

function pollOptions(params: Params): TelegramPollOption[] {
	const options = params.list('options').map((option) => {
		const { text, text_parse_mode: mode } = typeof option === 'string' ? { text: option } : objectOf(option, 'InputPollOption');
		return formatText(String(text ?? ''), String(mode ?? '')).text;
	});
	if (options.length < OPTIONS.least) throw badRequest(`poll must have at least ${OPTIONS.least} option`);
	if (options.length > OPTIONS.most) throw badRequest(`poll can't have more than ${OPTIONS.most} options`);
	if (options.includes('')) throw badRequest('poll options must be non-empty');
	if (options.some((option) => option.length > OPTION_LENGTH)) throw badRequest(`poll options length must not exceed ${OPTION_LENGTH}`);
	return options.map((text, index) => ({ persistent_id: `option-${index}`, text, voter_count: 0 }));
}

function quiz(params: Params, count: number): Pick<TelegramPoll, 'type' | 'correct_option_ids' | 'explanation'> {
	const type = params.text('type') || 'regular';
	if (type !== 'regular' && type !== 'quiz') throw badRequest('unsupported poll type specified');
	if (type === 'regular') return { type };
	const correct = params.list('correct_option_ids').map(Number);
	if (correct.length === 0 || correct.some((id) => !(id >= 0 && id < count))) throw badRequest('wrong correct option ID specified');
	const explanation = formatted(params, { text: 'explanation', entities: 'explanation_entities', mode: 'explanation_parse_mode' }).text;
	if (explanation.length > 200) throw badRequest('poll explanation length must not exceed 200');
	return { type, correct_option_ids: correct, ...(explanation && { explanation }) };
}

function closing(params: Params, state: TelegramState): Pick<TelegramPoll, 'open_period' | 'close_date'> {
	const period = params.integer('open_period');
	const date = params.integer('close_date');
	if (period !== undefined && date !== undefined) throw badRequest('only one of open_period and close_date can be used');
	if (period !== undefined && (period < 5 || period > 2_628_000)) throw badRequest('open_period must be from 5 to 2628000 seconds');
	if (date !== undefined && (date - state.now() < 5 || date - state.now() > 2_628_000))
		throw badRequest('close_date must be from 5 to 2628000 seconds in the future');
	return { ...(period !== undefined && { open_period: period }), ...(date !== undefined && { close_date: date }) };
}

/** One option a line, marked so that the timeline page draws a bar. */
export function pollText({ question, options, is_closed: closed }: TelegramPoll): string {
	return [question, ...options.map(({ text, voter_count: votes }) => `▫️ ${text} · ${votes}`), ...(closed ? ['Final results'] : [])].join(
		'\n',
	);
}

/** https://core.telegram.org/bots/api#stoppoll */
export const stopPoll: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const stored = messageIn(chat, params.integer('message_id'), 'stop poll in');
	const { poll } = stored.message;
	if (!poll) throw badRequest('message with poll to stop not found');
	if (poll.is_closed) throw badRequest('poll has already been closed');
	poll.is_closed = true;
	stored.message.reply_markup = replyMarkup(params, chat);
	show(state, chat, stored, { kind: 'poll', text: pollText(poll), media: [] });
	return poll;
};

/** https://core.telegram.org/bots/api#sendlocation */
export const sendLocation: Handler = (params, state) => {
	const chat = targetOf(params, state);
	const [latitude, longitude] = [params.number('latitude'), params.number('longitude')];
	if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified');
	const live = params.integer('live_period');
	if (live !== undefined && live !== 0x7fffffff && (live < 60 || live > 86_400)) throw badRequest('wrong live location period specified');
	const location = { latitude, longitude, ...(live !== undefined && { live_period: live }) };
	return post(params, state, chat, { location }, { kind: 'location', text: `📍 ${latitude}, ${longitude}`, media: [] }).message;
};

/** https://core.telegram.org/bots/api#sendvenue */
export const sendVenue: Handler = (params, state) => {
	const chat = targetOf(params, state);
	const location = { latitude: params.number('latitude'), longitude: params.number('longitude') };
	if (Math.abs(location.latitude) > 90 || Math.abs(location.longitude) > 180) throw badRequest('wrong location specified');
	const [title, address] = [params.text('title'), params.text('address')];
	if (title === '' || address === '') throw badRequest('venue title and address must be non-empty');
	const venue = { location, title, address, ...(params.has('google_place_id') && { google_place_id: params.text('google_place_id') }) };
	return post(params, state, chat, { location, venue }, { kind: 'venue', text: `📍 ${title}, ${address}`, media: [] }).message;
};

const DICE = new Map([...['🎲', '🎯', '🎳'].map((emoji): [string, number] => [emoji, 6]), ...['🏀', '⚽'].map((emoji): [string, number] => [emoji, 5]), ['🎰', 64]]);

/** https://core.telegram.org/bots/api#senddice */
export const sendDice: Handler = (params, state) => {
	const chat = targetOf(params, state);
	const emoji = params.text('emoji') || '🎲';
	const faces = DICE.get(emoji);
	if (faces === undefined) throw badRequest('wrong dice emoji specified');
	const value = (chat.lastMessageId % faces) + 1;
	return post(params, state, chat, { dice: { emoji, value } }, { kind: 'dice', text: `${emoji} ${value}`, media: [] }).message;
};

/** https://core.telegram.org/bots/api#sendcontact */
export const sendContact: Handler = (params, state) => {
	const chat = targetOf(params, state);
	const contact = {
		phone_number: params.text('phone_number'),
		first_name: params.text('first_name'),
		...(params.has('last_name') && { last_name: params.text('last_name') }),
		...(params.has('vcard') && { vcard: params.text('vcard') }),
	};
	if (contact.first_name === '' || contact.phone_number === '') throw badRequest('contact phone number and first name must be non-empty');
	const text = `👤 ${[contact.first_name, contact.last_name].filter(Boolean).join(' ')}, ${contact.phone_number}`;
	return post(params, state, chat, { contact }, { kind: 'contact', text, media: [] }).message;
};
