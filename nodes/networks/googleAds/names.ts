/** `day_of_week` → `dayOfWeek`: what the protos and GAQL write, as JSON has it. https://developers.google.com/google-ads/api/rest/design/json-mappings */
export const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
