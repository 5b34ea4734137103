import type { TelegramMessage, TelegramPaidMedia, TelegramPhotoSize } from '@gramio/types';
import type { MessageMedia } from '../../model/message';

/** A file of a message. */
export interface Found extends Pick<MessageMedia, 'kind' | 'mime' | 'fileName'> {
	id: string;
	/** In bytes, where Telegram says so. */
	size?: number;
}

interface Given {
	file_id: string;
	file_size?: number;
	mime_type?: string;
	file_name?: string;
}

const file = (kind: Found['kind'], given: Given | undefined, mime?: string): Found[] =>
	given ? [{ kind, id: given.file_id, mime: given.mime_type ?? mime, fileName: given.file_name, size: given.file_size }] : [];

/** The sizes are of one photo. */
function photo(sizes: readonly TelegramPhotoSize[] | undefined): Found[] {
	const [largest] = [...(sizes ?? [])].sort((one, other) => other.width * other.height - one.width * one.height);
	return file('image', largest, 'image/jpeg');
}

function paid(media: TelegramPaidMedia): Found[] {
	if (media.type === 'photo') return photo(media.photo);
	if (media.type === 'video') return file('video', media.video);
	return media.type === 'live_photo' ? file('video', media.live_photo, 'video/mp4') : [];
}

const stickerType = ({ is_animated: isAnimated, is_video: isVideo }: NonNullable<TelegramMessage['sticker']>) => (isAnimated ? 'application/x-tgsticker' : isVideo ? 'video/webm' : 'image/webp');

/** The files of a message. An animation, and a live photo, come a second time as what older programs know. */
export function filesIn(message: TelegramMessage): Found[] {
	const { animation, audio, document, live_photo: live, paid_media: sold, sticker, video, video_note: round, voice } = message;
	if (animation) return file('video', animation, 'video/mp4');
	if (live) return [...photo(message.photo ?? live.photo), ...file('video', live, 'video/mp4')];
	return [
		...photo(message.photo),
		...file('video', video, 'video/mp4'),
		...file('video', round, 'video/mp4'),
		...file('audio', audio),
		...file('audio', voice, 'audio/ogg'),
		...file('document', document),
		...(sticker ? file('sticker', sticker, stickerType(sticker)) : []),
		...(sold?.paid_media.flatMap(paid) ?? []),
	];
}
