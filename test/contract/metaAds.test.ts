import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { seed } from '../../sandbox/networks/seed';
import { byId, euros, openAdvertiser, yen } from '../operations/metaAds/advertiser';
import type { Advertiser, Call } from '../operations/metaAds/advertiser';
import { runSdk } from './sdk/run';

/**
 * Meta's own SDK is the oracle: it drives the sandbox, which proves the sandbox; and the same action done by the node
 * must put an equivalent request on the wire, which proves the node.
 */
interface Answers {
	accounts: { id: string; currency: string }[];
	campaign: string;
	adSet: string;
	creative: string;
	ad: string;
	copied: { copied_campaign_id: string; ad_object_ids: { ad_object_type: string; source_id: string }[] };
	pages: [string[], string[]];
	budget: string;
	status: string;
	minimum: { currency: string; min_daily_budget_imp: number }[];
	deleted: { success: boolean };
}

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const page = seed.meta.page.id;
const link = 'https://example.com/bouquets';
const targeting = { geo_locations: { countries: ['CH'] } };
const drive = async (more: object = {}) => await runSdk<Answers>('metaAds', { origin: florist.sandbox.origin, token: seedTokens.user, version: 'v26.0', account: euros, page, link, targeting, ...more });

/** The SDK repeats the path's `id` among the parameters. IDs that the network gives out differ from run to run. */
const normal = ({ method, path, body }: Call) => {
	const ids = (text: string) => text.replace(/\b120\d{15}\b/g, '{id}');
	const parameters = Object.entries(body).filter(([name]) => name !== 'id');
	const read: unknown = JSON.parse(ids(JSON.stringify(Object.fromEntries(parameters.map(([name, value]) => [name, value])))));
	return { method, path: ids(path), parameters: read };
};

test('the SDK creates, changes, copies, reads and deletes in the sandbox', async () => {
	const { result, refusal } = await drive();
	expect(refusal).toBeUndefined();
	expect(result).toMatchObject({
		accounts: [{ id: euros, currency: 'EUR' }, { id: yen, currency: 'JPY' }],
		copied: { copied_campaign_id: expect.stringMatching(/^\d{18}$/), ad_object_ids: [{ ad_object_type: 'campaign', source_id: result?.campaign }, { source_id: result?.adSet }, { source_id: result?.ad }] },
		pages: [[result?.copied.copied_campaign_id], [result?.campaign]],
		...{ budget: '1500', status: 'PAUSED', deleted: { success: true } },
		minimum: [{ currency: 'EUR', min_daily_budget_imp: 100 }],
	});
});

test('a refusal reaches the SDK in Meta’s envelope, with sub-code and blamed field', async () => {
	const { refusal } = await drive({ targeting: { geo_locations: { countries: ['FR'] } } });
	expect(refusal).toMatchObject({ code: 100, error_subcode: 3858152, error_user_msg: expect.stringMatching(/European Union/), error_data: { blame_field_specs: [['dsa_beneficiary']] } });
});

test('the node puts the same requests on the wire as the SDK', async () => {
	await drive();
	const bySdk = [...(await florist.calls()), ...(await florist.calls('DELETE'))].map(normal);
	await florist.reset();
	const campaign = await florist.campaignIn();
	const adSet = await florist.adSetIn(campaign);
	const ad = await florist.adIn(adSet, await florist.creative());
	await florist.one({ resource: 'adSet', operation: 'update', adSet: byId(adSet), updateFields: { dailyBudget: 15 } });
	await florist.one({ resource: 'campaign', operation: 'resume', campaign: byId(campaign) });
	await florist.one({ resource: 'campaign', operation: 'duplicate', campaign: byId(campaign) });
	await florist.one({ resource: 'ad', operation: 'delete', ad: byId(ad) });
	const byNode = [...(await florist.calls()), ...(await florist.calls('DELETE'))].map(normal);
	expect(byNode).toEqual(bySdk);
	expect(byNode).toHaveLength(8);
});
