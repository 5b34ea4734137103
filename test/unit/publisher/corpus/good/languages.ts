import { film, good, photo } from '../entry';
import type { Entry } from '../entry';

/** What small businesses write. */
const posts: Readonly<Record<string, string>> = {
	French: 'Les dahlias « Café au lait » sont arrivés ! Réservez votre bouquet au 02 40 00 00 01 — jusqu’à samedi, 18 h. Merci à @camelia.fleurs pour l’idée 🌷 #dahlia #Nantes',
	'French with prices': 'Bouquet d’automne : 29,90 € (au lieu de 39,90 €), soit –25 %. Plus d’infos : https://camelia.example/automne?ref=ig#offre.',
	Portuguese: 'Chegaram as rosas de outono! Encomende já: camelias@atelier.example ou (11) 4000-0001. Até sábado às 18h 🍂 #flores #SãoPaulo',
	'Brazilian Portuguese': 'Oi, gente! Hoje tem promoção: leve 3, pague 2. Corre que acaba às 22h!!! 😍😍😍 https://camelia.example/promo',
	English: 'C# developers love flowers too: 50% off for anyone who shows us a for-loop. Terms: https://camelia.example/terms?utm_source=post&x=1#top',
	Spanish: '¡Ya llegó la primavera! ¿Qué flor te gusta más? Cuéntanos en los comentarios. #primavera #flores',
	German: 'Größere Sträuße für Groß und Klein: Schöne Grüße aus der Blumenstraße 7. Öffnungszeiten: Mo.–Fr. 9–18 Uhr.',
	Italian: 'È arrivata l’offerta più bella dell’anno: perché aspettare? Scrivici a ciao@camelia.example!',
	Japanese: '秋のバラが入荷しました。ご予約は店頭、またはhttps://camelia.example/ja をご覧ください。今週末までの限定です！ #花屋 #秋のバラ',
	Chinese: '秋季玫瑰到货啦！本周末前预订可享八折优惠。详情请见：https://camelia.example/zh。#鲜花 #玫瑰',
	Korean: '가을 장미가 도착했습니다! 이번 주말까지 예약하시면 20% 할인해 드려요. #꽃집 #가을장미',
	Arabic: 'وصلت ورود الخريف! احجزوا باقتكم قبل يوم السبت على https://camelia.example/ar — بخصم ٢٠٪. #ورود #خريف',
	Hebrew: 'ורדי הסתיו הגיעו! הזמינו עד שבת: shalom@camelia.example. #פרחים',
	Hindi: 'शरद ऋतु के गुलाब आ गए हैं! शनिवार तक अपना गुलदस्ता बुक करें। #गुलाब #फूल',
	Thai: 'กุหลาบฤดูใบไม้ร่วงมาแล้ว จองได้ถึงวันเสาร์นี้ #ดอกไม้',
	Russian: 'Осенние розы уже здесь! Закажите букет до субботы: https://camelia.example/ru. #цветы #розы',
	Greek: 'Τα φθινοπωρινά τριαντάφυλλα έφτασαν! Παραγγείλετε έως το Σάββατο. #λουλούδια',
	Vietnamese: 'Hoa hồng mùa thu đã về! Đặt hoa trước thứ Bảy để được giảm 20%. #hoatươi',
	emojis: '👩‍🌾🌷🌷🌷 ➡️ 💐 = ❤️‍🔥 1️⃣ + 1️⃣ = 2️⃣ 🇫🇷🇧🇷🇯🇵 👨‍👩‍👧‍👦 👍🏽',
	'odd punctuation': '"Fleurs"… (vraiment?!) — 50/50, a/b, x@y, @, #, ##, https, http://, <b>gras</b>, *gras*, _penché_, `code`, \\ | ~',
};

/** Each of them on each network, with the files that people put beside them. */
export const languages: readonly Entry[] = Object.entries(posts).flatMap(([name, text]) => [
	good('facebook', `${name}, with a link`, { text, link: 'https://camelia.example/fleurs' }),
	good('facebook', `${name}, above two photos`, { text, media: [photo(), photo()] }),
	good('instagram', `${name}, under a photo`, { text, media: [photo({ width: 1080, height: 1350, bytes: 240_000 })], hashtags: 'fleurs, atelier' }),
	good('instagram', `${name}, under a reel`, { text, media: [film({ width: 1080, height: 1920, seconds: 24, bytes: 9_000_000 })], firstComment: text }),
	good('threads', `${name}, with a link`, { text, link: 'https://camelia.example/fleurs' }),
	good('threads', `${name}, under a carousel`, { text, media: [photo(), film()], firstComment: text }),
	good('telegram', `${name}, alone`, { text, mentions: '@camelia' }),
	good('telegram', `${name}, under a photo with a link`, { text, media: [photo()], link: 'https://camelia.example/fleurs' }),
]);
