import type { Request } from 'express';
import { ApiError } from './errors';

/**
 * Living versions and the first day each is gone (UTC). LinkedIn keeps a version for a year; days not announced yet are taken to be the 15th.
 * https://learn.microsoft.com/en-us/linkedin/marketing/versioning
 */
const sunsets = new Map([
	['202511', '2026-11-16'],
	['202601', '2027-01-15'],
	['202602', '2027-02-15'],
	['202603', '2027-03-16'],
	['202604', '2027-04-15'],
	['202605', '2027-05-15'],
	['202606', '2027-06-15'],
	['202607', '2027-07-15'],
	['202608', '2027-08-15'],
	['202609', '2027-09-15'],
]);

/** The version a call asks for, in the form LinkedIn names it: `20260901`. @throws ApiError 400 or 426 before anything else is looked at. */
export function versionOf(request: Request, now: number): string {
	const asked = request.get('linkedin-version');
	if (asked === undefined)
		throw new ApiError(400, 'VERSION_MISSING', 'A version must be present. Please specify a version by adding the LinkedIn-Version header.');
	const version = /^\d{6}$/.test(asked) ? `${asked}01` : asked;
	const sunset = sunsets.get(asked);
	if (sunset === undefined || now >= Date.parse(sunset)) throw new ApiError(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
	return version;
}

/** Rest.li 2.0 names a created entity in `x-restli-id`, 1.0 in `x-linkedin-id`; without the header it is 1.0. */
export function idHeader(request: Request): string {
	const protocol = request.get('x-restli-protocol-version') ?? '1.0.0';
	if (protocol === '2.0.0') return 'x-restli-id';
	if (protocol === '1.0.0') return 'x-linkedin-id';
	throw new ApiError(400, undefined, `Rest.li protocol version ${protocol} used by the client is not supported!`);
}
