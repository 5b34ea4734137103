import { PlatformError, failureOf } from '../core/errors';
import type { Standing } from './network';

/** What asking after an account answered; a refusal is an answer, a network that cannot be reached is none. */
export async function standingOf(asked: Promise<Standing>): Promise<Standing> {
	const standing = await asked.catch((error: unknown) => failureOf(error));
	if (!('verdict' in standing)) return standing;
	const { verdict, message, hint } = standing;
	if (verdict === 'retry' || verdict === 'wait' || verdict === 'unknown') throw new PlatformError(standing);
	return { problem: { rule: verdict === 'reconnect' ? 'permission' : 'account', message, fix: hint } };
}
