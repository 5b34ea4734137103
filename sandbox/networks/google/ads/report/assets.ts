import type { Resource } from '../store';
import type { KeyOf } from '../table';

interface AdAsset {
	fieldType: 'HEADLINE' | 'DESCRIPTION';
	text: string;
	pinnedField?: unknown;
}

/** Texts of a responsive search ad. */
export function assetsOf({ ad }: Resource): AdAsset[] {
	const search: unknown = typeof ad === 'object' && ad !== null && 'responsiveSearchAd' in ad ? ad.responsiveSearchAd : undefined;
	const read = (name: string, fieldType: AdAsset['fieldType']) => {
		const list: unknown = typeof search === 'object' && search !== null ? Reflect.get(search, name) : [];
		return (Array.isArray(list) ? list : []).map(({ text, pinnedField }: { text: string; pinnedField?: string }) => ({ fieldType, text, pinnedField }));
	};
	return [...read('headlines', 'HEADLINE'), ...read('descriptions', 'DESCRIPTION')];
}

/** Texts are assets, each once. */
export const byText: KeyOf = ({ textAsset }) => (typeof textAsset === 'object' && textAsset !== null && 'text' in textAsset ? String(textAsset.text) : undefined);
