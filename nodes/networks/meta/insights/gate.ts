import { gated as behindGate } from '../../../core/gate';
import { metaAds } from '../../../platforms/metaAds';

/**
 * Reports read many pages at once, and several items their reports: all those of an ad account together have no more calls in flight than a
 * node's reads. Each account has a gate of its own, as its calls also wait in there for the pauses that Meta asks of it alone.
 */
export const gated = async <T>(lane = '', work: () => Promise<T>): Promise<T> => await behindGate(`${metaAds.name}/${lane}`, metaAds.concurrency.read, work);
