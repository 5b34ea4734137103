import { Api } from '../../../nodes/core/api';
import { PlatformError } from '../../../nodes/core/errors';
import { alone } from '../../../nodes/core/gathering';
import type { AnyGathering } from '../../../nodes/core/gathering';
import type { Session } from '../../../nodes/core/session';
import { removingCampaign, updatingCampaign } from '../../../nodes/networks/googleAds/mutate/campaign';
import { mutate } from '../../../nodes/networks/googleAds/mutate/request';
import type { Mutation } from '../../../nodes/networks/googleAds/mutate/request';
import { settle } from '../../../nodes/networks/googleAds/mutate/settle';

/** What Google may answer that the sandbox does not: the wire itself is tried in test/operations. */
class Answering extends Api {
	readonly sent: unknown[] = [];
	constructor(private readonly answers: (object | PlatformError)[]) {
		super({} as Session, 'write');
	}
	override get connection(): string {
		return 'one';
	}
	override async send<T>(request: object): Promise<T> {
		this.sent.push(request);
		const answer = this.answers.shift() ?? {};
		if (answer instanceof PlatformError) throw answer;
		return answer as T;
	}
}

const name = (id: number) => `customers/1234567890/campaigns/${id}`;
const pause = (id: number): Mutation => ({ kind: 'campaign', operation: { update: { resourceName: name(id), status: 'PAUSED' }, updateMask: 'status' } });
const error = (code: string, location?: object) => ({ errorCode: { campaignError: code }, message: `It is ${code}.`, ...(location && { location }) });
const at = (index?: number) => ({ fieldPathElements: [{ fieldName: 'operations', ...(index !== undefined && { index }) }, { fieldName: 'update' }] });
const partial = (...errors: object[]) => ({ code: 3, message: 'Multiple errors', details: [{ '@type': 'type.googleapis.com/google.ads.googleads.v99.errors.GoogleAdsFailure', errors }] });

const outcomes = async (answer: object, groups: Mutation[][] = [[pause(1)], [pause(2)], [pause(3)]]) =>
	(await mutate(new Answering([answer]), '123-456-7890', groups, {})).map((reply) => (reply.failure ? { code: reply.failure.code, verdict: reply.failure.verdict, again: reply.again } : reply.names));

test('each error belongs to the change that it names; one without a number is about the first', async () => {
	expect(await outcomes({ results: [{}, { resourceName: name(2) }, {}], partialFailureError: partial(error('DUPLICATE_CAMPAIGN_NAME', at()), error('CANNOT_SET_DATE_TO_PAST', at(2))) })).toEqual([
		{ code: 'campaignError.DUPLICATE_CAMPAIGN_NAME', verdict: 'fix-input', again: false },
		[name(2)],
		{ code: 'campaignError.CANNOT_SET_DATE_TO_PAST', verdict: 'fix-input', again: false },
	]);
});

test('one without a place is about all of them', async () => {
	expect(await outcomes({ results: [{}, {}, {}], partialFailureError: partial(error('INVALID_STATUS_CHANGE')) })).toEqual([1, 2, 3].map(() => ({ code: 'campaignError.INVALID_STATUS_CHANGE', verdict: 'fix-input', again: false })));
});

test('but not about those that were surely made', async () => {
	expect(await outcomes({ results: [{ resourceName: name(1) }, {}, { resourceName: name(3) }], partialFailureError: partial(error('INVALID_STATUS_CHANGE')) })).toEqual([[name(1)], { code: 'campaignError.INVALID_STATUS_CHANGE', verdict: 'fix-input', again: false }, [name(3)]]);
});

test('what failed in part for a passing reason was surely not done', async () => {
	const passing = { errorCode: { internalError: 'TRANSIENT_ERROR' }, message: 'Later.', location: at(1) };
	expect(await outcomes({ results: [{ resourceName: name(1) }, {}, { resourceName: name(3) }], partialFailureError: partial(passing) })).toEqual([[name(1)], { code: 'internalError.TRANSIENT_ERROR', verdict: 'retry', again: true }, [name(3)]]);
});

test('a change of which nothing is told is in doubt', async () => {
	expect(await outcomes({ results: [{ resourceName: name(1) }] }, [[pause(1)], [pause(2)]])).toEqual([[name(1)], { code: 'no-answer', verdict: 'unknown', again: true }]);
});

test('several kinds go to one address, and a group is told of as a whole', async () => {
	const api = new Answering([{ mutateOperationResponses: [{ adResult: { resourceName: 'customers/1234567890/ads/3' } }, {}, { campaignResult: { resourceName: name(1) } }], partialFailureError: partial(error('INVALID_STATUS_CHANGE', at(1))) }]);
	const texts: Mutation = { kind: 'adTexts', operation: { update: { resourceName: 'customers/1234567890/ads/3', finalUrls: ['https://example.com'] }, updateMask: 'finalUrls' } };
	const state: Mutation = { kind: 'ad', operation: { update: { resourceName: 'customers/1234567890/adGroupAds/2~3', status: 'PAUSED' }, updateMask: 'status' } };
	const replies = await mutate(api, '1234567890', [[texts, state], [pause(1)]], {});
	expect(replies).toMatchObject([{ failure: { code: 'campaignError.INVALID_STATUS_CHANGE', hint: expect.stringContaining('The other part of this change was made') } }, { names: [name(1)] }]);
	expect(api.sent).toMatchObject([{ url: '/customers/1234567890/googleAds:mutate', body: { mutateOperations: [{ adOperation: texts.operation }, { adGroupAdOperation: state.operation }, { campaignOperation: pause(1).operation }], partialFailure: true, validateOnly: false } }]);
});

test('a repeat that is refused because the first try went through after all counts as made', async () => {
	const lost = new PlatformError({ verdict: 'unknown', message: 'No answer.', hint: 'Look.' });
	const taken = { results: [{}], partialFailureError: partial(error('DUPLICATE_CAMPAIGN_NAME', at(0))) };
	const api = new Answering([lost, taken]);
	let looks = 0;
	const [outcome] = await settle(api, '1234567890', ['Printemps'], {
		harmless: () => true,
		// It shows up at the third look only.
		look: async () => {
			looks++;
			return () => (looks < 3 ? { changes: [pause(1)], told: () => ({ created: true }) } : { answer: { found: true } });
		},
	});
	expect(outcome).toEqual({ found: true });
	expect(api.sent).toHaveLength(2);
}, 20_000);

describe('Only If, after a change in doubt', () => {
	const lost = new PlatformError({ verdict: 'unknown', message: 'No answer.', hint: 'Look.' });
	const account = { results: [{ customer: { id: '1', currencyCode: 'EUR', timeZone: 'Europe/Paris' } }] };
	const campaign = (customer: string, status: string) => ({ results: [{ campaign: { resourceName: `customers/${customer}/campaigns/7`, id: '7', name: 'Mariages', status } }] });
	const run = async (one: AnyGathering, customer: string, answers: (object | PlatformError)[], more: object = {}) => {
		const api = new Answering([account, ...answers]);
		const outcome: unknown = await alone(one, { account: customer, campaign: '7', options: {}, updateFields: {}, ...more }, api).catch((failure: unknown) => failure);
		return { outcome, mutates: JSON.stringify(api.sent).match(/:mutate/g)?.length };
	};

	test('somebody else’s later change is not overwritten', async () => {
		const { outcome, mutates } = await run(updatingCampaign, '4000000001', [campaign('4000000001', 'ENABLED'), lost, campaign('4000000001', 'PAUSED')], { updateFields: { name: 'Noces' }, onlyIf: { status: 'ENABLED' } });
		expect(outcome).toMatchObject({ code: 'only-if', message: expect.stringContaining('is PAUSED, not ENABLED') });
		expect(mutates).toBe(1);
	}, 10_000);

	test('nor is what somebody else switched on meanwhile removed', async () => {
		const { outcome, mutates } = await run(removingCampaign, '4000000002', [campaign('4000000002', 'PAUSED'), lost, campaign('4000000002', 'ENABLED')], { onlyIf: { status: 'PAUSED' } });
		expect(outcome).toMatchObject({ code: 'only-if', message: expect.stringContaining('is ENABLED, not PAUSED') });
		expect(mutates).toBe(1);
	}, 10_000);

	test('what the lost call did itself is not somebody else’s', async () => {
		const { outcome } = await run(updatingCampaign, '4000000003', [campaign('4000000003', 'ENABLED'), lost, campaign('4000000003', 'PAUSED'), { results: [{ resourceName: 'customers/4000000003/campaigns/7' }] }], { updateFields: { status: 'PAUSED', name: 'Noces' }, onlyIf: { status: 'ENABLED' } });
		expect(outcome).toMatchObject({ changed: true });
	}, 10_000);
});
