/** Digits that a number holds exactly. */
const EXACT = 15;

/**
 * Micros of the account's currency as people write money: `1230000` is 1.23. Up to 15 digits the quotient is the number nearest to the decimal;
 * beyond, the decimal is written out first, so that no cent is lost on the way. What Google left out is 0.
 * https://developers.google.com/google-ads/api/docs/get-started/common-concepts#micros
 */
export function majorUnits(micros: string | number | null | undefined): number {
	if (micros === undefined || micros === null) return 0;
	if (typeof micros === 'number' || micros.length <= EXACT) return Number(micros) / 1e6;
	const [, sign = '', digits = ''] = /^(-?)(\d+)$/.exec(micros) ?? [];
	return digits ? Number(`${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`) : Number(micros) / 1e6;
}
