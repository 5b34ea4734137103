/** What people write for yes, in forms and tables, or the day on which they said so. Whatever else stands there is no consent. */
const YES = /^([1-9]\d{3}-\d\d-\d\d([T ]\d\d:\d\d[\d:.]*( ?(Z|[+-]\d\d:?\d\d))?)?|true|yes|y|oui|o|sim|s|1|on|x|ok|granted|given|accepted|opt-?in|accord|accepté|acceptée|aceito|aceite)$/i;

/** Whether a person agreed: a tick, or what a form or table has for it. Nothing at all, and what is not understood, is no consent. */
export const agrees = (value: unknown): boolean => YES.test(String(value ?? '').trim());
