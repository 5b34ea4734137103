/** JSON whose `user_id` is a number that JavaScript cannot hold, as Meta sends it with a code's token. */
export const withBareId = (answer: { user_id: string } & Record<string, unknown>): string =>
	JSON.stringify(answer).replace(`"user_id":"${answer.user_id}"`, `"user_id":${answer.user_id}`);
