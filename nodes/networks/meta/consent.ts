/** What becomes of an item without consent. */
export const withoutConsent = { status: 'skipped', reason: 'There is no consent that is understood as such (yes, oui, sim, true …), so nothing was sent to Meta.' } as const;
