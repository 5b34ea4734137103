import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { telegram } from '../platforms/telegram';

/** https://core.telegram.org/bots/api#sendpoll */
export const pollFields = [
	{ displayName: 'Question', name: 'question', type: 'string', required: true, default: '', placeholder: 'e.g. Roses or tulips?' },
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'regular',
		options: [
			{ name: 'Poll', value: 'regular', description: 'Every answer is welcome' },
			{ name: 'Quiz', value: 'quiz', description: 'There are right and wrong answers' },
		],
	},
	{
		displayName: 'Answers',
		name: 'answers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Answer',
		default: {},
		options: [
			{
				displayName: 'Answer',
				name: 'answer',
				values: [
					{ displayName: 'Text', name: 'text', type: 'string', default: '', placeholder: 'e.g. Roses' },
					{
						displayName: 'Is Right',
						name: 'isRight',
						type: 'boolean',
						default: false,
						description: 'Whether this is a right answer of the quiz',
						displayOptions: { show: { '/type': ['quiz'] } },
					},
				],
			},
		],
	},
] as const satisfies readonly INodeProperties[];

/** A poll's own additional fields, named as Telegram names its parameters. */
export const pollOptions = [
	{ displayName: 'Allow Several Answers', name: 'allows_multiple_answers', type: 'boolean', default: false, description: 'Whether people may choose more than one answer' },
	{ displayName: 'Allow Revoting', name: 'allows_revoting', type: 'boolean', default: true, description: 'Whether people may change their answer; a quiz allows it only where this is on' },
	{ displayName: 'Anonymous', name: 'is_anonymous', type: 'boolean', default: true, description: 'Whether nobody sees who chose what; channels allow nothing else' },
	{ displayName: 'Description', name: 'description', type: 'string', default: '', description: 'A text above the answers, up to 1024 characters' },
	{ displayName: 'Explanation', name: 'explanation', type: 'string', default: '', description: 'What a person sees after a wrong answer in a quiz, up to 200 characters' },
	{ displayName: 'Hide Results', name: 'hide_results_until_closes', type: 'boolean', default: false, description: 'Whether nobody sees the votes before the poll closes' },
	{
		displayName: 'Open Period',
		name: 'open_period',
		type: 'number',
		default: 86400,
		typeOptions: { minValue: 5, maxValue: 2628000 },
		description: 'Seconds until the poll closes by itself, up to 2628000 (a month)',
	},
	{ displayName: 'Shuffle Answers', name: 'shuffle_options', type: 'boolean', default: false, description: 'Whether everybody sees the answers in an order of their own' },
] as const satisfies readonly INodeProperties[];

type Poll = Omit<InputOf<typeof pollFields>, 'question'>;

function checkAnswers(texts: string[]) {
	const { pollOptions: most, pollOption: longest } = telegram.limits;
	if (texts.length < 1 || texts.length > most) throw refused('Answers', `there are ${texts.length}; Telegram takes 1 to ${most}.`, 'Add or remove answers.');
	for (const text of texts) {
		if (text.trim() === '') throw refused('Answers', 'one of them is empty.', 'Fill in every answer, or remove the empty ones.');
		if (text.length > longest) throw refused('Answers', `“${text.slice(0, 20)}…” has ${text.length} characters; Telegram allows ${longest}.`, 'Shorten this answer.');
	}
}

/** The poll's answers as Telegram's parameters; a quiz also names the right ones, by their place from 0. */
export function answersOf({ type, answers: { answer: answers = [] } }: Poll, options: { explanation?: string; description?: string }): IDataObject {
	const texts = answers.map(({ text }) => String(text ?? ''));
	const [explanation, description] = [String(options.explanation ?? ''), String(options.description ?? '')];
	checkAnswers(texts);
	const { pollExplanation: most, pollDescription: longest } = telegram.limits;
	if (description.length > longest) throw refused('Description', `has ${description.length} characters; Telegram allows ${longest}.`, 'Shorten it.');
	if (explanation.length > most) throw refused('Explanation', `has ${explanation.length} characters; Telegram allows ${most}.`, 'Shorten it.');
	const right = answers.flatMap(({ isRight }, index) => (isRight ? [index] : []));
	if (type === 'quiz' && right.length === 0) throw refused('Answers', 'none of them is right.', 'Mark at least one answer of the quiz as right.');
	return { type, options: texts.map((text) => ({ text })), ...(type === 'quiz' && { correct_option_ids: right }) };
}
