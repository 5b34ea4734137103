/** What people write for no, in forms and tables. */
const NO = /^(false|no|non|não|nao|n|0|off|denied|null|undefined|)$/i;

/** Whether a person agreed: a tick, or what a form or table has for it. Nothing at all is no consent. */
export const agrees = (value: unknown): boolean => !NO.test(String(value ?? '').trim());

/** What becomes of an item without consent. */
export const withoutConsent = { status: 'skipped', reason: 'There is no consent, so nothing was sent to Meta.' } as const;
