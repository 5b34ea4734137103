import { refused } from '../../core/errors';

/** Whether Google shall only check. What an expression gave that is neither yes nor no is refused: it would be done in earnest. */
export function isTrial(options: { validateOnly?: unknown }): boolean {
	if (!('validateOnly' in options)) return false;
	const { validateOnly } = options;
	if (typeof validateOnly === 'boolean') return validateOnly;
	throw refused('Validate Only', `“${String(validateOnly ?? '')}” is neither true nor false.`, 'Check the expression that gives it.');
}
