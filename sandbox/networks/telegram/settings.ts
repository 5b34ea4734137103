import { actionNames, incoming } from './incoming';
import type { TelegramState } from './state';

const RATES = ['perSecond', 'perChatPerSecond', 'perGroupPerMinute'] as const;
const FLAGS = ['localServer', 'strictParameters'] as const;
const DELIVERY = ['webhookPauses', 'webhookTimeout', 'webhookInterval', 'doubleEvery'] as const;

/** `POST /_sandbox/settings {"telegram": {…}}`: rates, kind of server, how updates are delivered, and what people do. Answers a sentence when refused. */
export function configure(state: TelegramState, settings: Record<string, unknown>): string | undefined {
	for (const [name, value] of Object.entries(settings)) {
		const refusal = set(state, name, value);
		if (refusal) return refusal;
	}
	return undefined;
}

function set(state: TelegramState, name: string, value: unknown): string | undefined {
	const rate = RATES.find((known) => known === name);
	if (rate) {
		if (typeof value !== 'number' || !(value >= 0)) return `"telegram.${name}" must be a number, 0 to switch the limit off.`;
		state.limiter.rates[rate] = value;
		return undefined;
	}
	const flag = FLAGS.find((known) => known === name);
	if (flag) {
		if (typeof value !== 'boolean') return `"telegram.${flag}" must be true or false.`;
		state[flag] = value;
		return undefined;
	}
	const delivery = DELIVERY.find((known) => known === name);
	if (delivery) return setDelivery(state, delivery, value);
	if (actionNames.includes(name)) return incoming(state, name, value);
	return `Unknown setting "telegram.${name}"; use ${[...RATES, ...FLAGS, ...DELIVERY, ...actionNames].join(', ')}.`;
}

function setDelivery(state: TelegramState, name: (typeof DELIVERY)[number], value: unknown): string | undefined {
	if (name === 'webhookPauses') {
		const isList = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number' && one >= 0);
		if (!isList) return '"telegram.webhookPauses" must be a list of milliseconds.';
		state.deliveries.pauses = value.map(Number);
		return undefined;
	}
	if (typeof value !== 'number' || !(value >= 0)) return `"telegram.${name}" must be a number, 0 or more.`;
	if (name === 'webhookInterval') state.webhookInterval = value;
	else state.deliveries[name === 'doubleEvery' ? 'doubleEvery' : 'timeout'] = value;
	return undefined;
}
