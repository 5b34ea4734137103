import type { Handler } from '../call';
import type { Page } from '../model';
import { graphTime } from '../state';

const day = 86_400_000;

/** Recommendations; who wrote them is told of nobody. https://developers.facebook.com/docs/graph-api/reference/page/ratings */
export const listRatings: Handler<Page> = (_page, _call, meta) => ({
	data: [
		{ created_time: graphTime(meta.now - 3 * day), recommendation_type: 'positive', review_text: 'Des bouquets qui durent', has_rating: false, has_review: true },
		{ created_time: graphTime(meta.now - 9 * day), recommendation_type: 'negative', review_text: 'Fermé à midi', has_rating: false, has_review: true },
	],
});
