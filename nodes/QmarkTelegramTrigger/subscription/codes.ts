import type { UpdateKind } from '../../platforms/telegramUpdates';
import { updateKinds } from '../../platforms/telegramUpdates';

/** `edited_channel_post` → `ecp`: a callback URL that names all listeners with all their events stays short. */
export const codeOf = (kind: UpdateKind): string => kind.split('_').map((word) => word.charAt(0)).join('');

const byCode = new Map(updateKinds.map((kind) => [codeOf(kind), kind]));

/** The kinds that codes in a callback URL stand for. */
export const kindsOf = (codes: readonly string[]): UpdateKind[] => codes.flatMap((code) => byCode.get(code) ?? []).sort();
