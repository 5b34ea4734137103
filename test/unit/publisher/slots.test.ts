import { DateTime } from 'luxon';
import { scorer, slotsOf, timesOf } from '../../../nodes/QmarkPublisher/slots';
import type { Slot } from '../../../nodes/QmarkPublisher/slots';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const shown = ({ day, hour, minute }: Slot) => `${names[day - 1] ?? ''} ${hour}:${String(minute).padStart(2, '0')}`;

describe('slots', () => {
	test.each([
		['Mon 09:00', ['Mon 9:00']],
		['Mon-Fri 09:00', ['Mon 9:00', 'Tue 9:00', 'Wed 9:00', 'Thu 9:00', 'Fri 9:00']],
		['Mon, Wed 9:00, 17:30', ['Mon 9:00', 'Mon 17:30', 'Wed 9:00', 'Wed 17:30']],
		['Fri-Mon 10:00', ['Mon 10:00', 'Fri 10:00', 'Sat 10:00', 'Sun 10:00']],
		['Sun-Sun 10:00', ['Sun 10:00']],
		['Sat 18:00\nMon 08:15', ['Mon 8:15', 'Sat 18:00']],
		['Mon 08:15; Sat 18:00', ['Mon 8:15', 'Sat 18:00']],
		['Mon 9:00\nmonday 09:00', ['Mon 9:00']],
		['Monday, Thurs. and Sundays: 7:05', ['Mon 7:05', 'Thu 7:05', 'Sun 7:05']],
		['Tuesday to Thursday 9:00', ['Tue 9:00', 'Wed 9:00', 'Thu 9:00']],
		['Daily 00:00', ['Mon 0:00', 'Tue 0:00', 'Wed 0:00', 'Thu 0:00', 'Fri 0:00', 'Sat 0:00', 'Sun 0:00']],
		['every day 23:59', ['Mon 23:59', 'Tue 23:59', 'Wed 23:59', 'Thu 23:59', 'Fri 23:59', 'Sat 23:59', 'Sun 23:59']],
		['lun-mer 9h30', ['Mon 9:30', 'Tue 9:30', 'Wed 9:30']],
		['mardi, jeudi et dimanche à 18h', ['Tue 18:00', 'Thu 18:00', 'Sun 18:00']],
		['du vendredi au dimanche 9h, 12h15', ['Fri 9:00', 'Fri 12:15', 'Sat 9:00', 'Sat 12:15', 'Sun 9:00', 'Sun 12:15']],
		['Samedi 10h et 16h', ['Sat 10:00', 'Sat 16:00']],
		['Tous les jours 9h', ['Mon 9:00', 'Tue 9:00', 'Wed 9:00', 'Thu 9:00', 'Fri 9:00', 'Sat 9:00', 'Sun 9:00']],
		['seg-qua 9:00', ['Mon 9:00', 'Tue 9:00', 'Wed 9:00']],
		['Segunda-feira 9h', ['Mon 9:00']],
		['segunda a sexta 9h', ['Mon 9:00', 'Tue 9:00', 'Wed 9:00', 'Thu 9:00', 'Fri 9:00']],
		['terça-feira, quinta-feira e sábado às 20h', ['Tue 20:00', 'Thu 20:00', 'Sat 20:00']],
		['domingos 11h', ['Sun 11:00']],
		['todos os dias 9h', ['Mon 9:00', 'Tue 9:00', 'Wed 9:00', 'Thu 9:00', 'Fri 9:00', 'Sat 9:00', 'Sun 9:00']],
		['sex–dom 9:00', ['Fri 9:00', 'Sat 9:00', 'Sun 9:00']],
	])('“%s”', (text, expected) => expect(slotsOf(text).map(shown)).toEqual(expected));

	test.each([
		['', 'there are none'],
		[' \n ; ', 'there are none'],
		['Mon', '“Mon” has no time'],
		['09:00', '“09:00” has no day'],
		['Mon 9', '“Mon 9” has no time'],
		['Mon 24:00', '“24:00” in “Mon 24:00” is no time of the day'],
		['Mon 09:60', '“09:60” in “Mon 09:60” is no time of the day'],
		['Mon 109:00', '“1” in “Mon 109:00” is no time of the day'],
		['Mon 9am', 'has no time'],
		['Mon 9:00, Tue 10:00', '“Tue” in “Mon 9:00, Tue 10:00” is no time of the day'],
		['Funday 09:00', '“funday” in “Funday 09:00” is no day of the week'],
		['Monkey 09:00', '“monkey” in “Monkey 09:00” is no day of the week'],
		['Mo 09:00', '“mo” in “Mo 09:00” is no day of the week'],
		['Mon-Wed-Fri 09:00', 'is no span of days'],
		['Mon Wed 09:00', '“mon wed” in “Mon Wed 09:00” is no day of the week'],
	])('“%s” is refused: %s', (text, message) => expect(() => slotsOf(text)).toThrow(message));
});

const timesFrom = (slots: string, from: string, zone: string, days: number) => [...timesOf(slotsOf(slots), DateTime.fromISO(from, { zone }), days)].map(({ at }) => at.toISO({ suppressMilliseconds: true }));

describe('times', () => {
	test.each([
		['of a week, without those that are past', 'Mon-Fri 09:00', '2027-02-03T09:00', 'Europe/Paris', 7, ['2027-02-04T09:00:00+01:00', '2027-02-05T09:00:00+01:00', '2027-02-08T09:00:00+01:00', '2027-02-09T09:00:00+01:00', '2027-02-10T09:00:00+01:00']],
		['of the same day, one minute later', 'Wed 09:01', '2027-02-03T09:00', 'Europe/Paris', 1, ['2027-02-03T09:01:00+01:00']],
		['over the end of a year', 'Fri-Sat 08:00', '2027-12-30T00:00', 'Europe/Paris', 3, ['2027-12-31T08:00:00+01:00', '2028-01-01T08:00:00+01:00']],
		// On 28 March 2027 clocks in Paris go from 02:00 to 03:00.
		['in Paris when the clocks go forward', 'Sat-Mon 09:00', '2027-03-27T00:00', 'Europe/Paris', 3, ['2027-03-27T09:00:00+01:00', '2027-03-28T09:00:00+02:00', '2027-03-29T09:00:00+02:00']],
		['in Paris within the hour that is skipped', 'Sun 02:30', '2027-03-27T00:00', 'Europe/Paris', 3, ['2027-03-28T03:30:00+02:00']],
		// On 31 October 2027 they go from 03:00 to 02:00: the first of both counts.
		['in Paris within the hour that comes twice', 'Sun 02:30', '2027-10-30T00:00', 'Europe/Paris', 3, ['2027-10-31T02:30:00+02:00']],
		['in Paris when the clocks go back', 'Sat-Mon 09:00', '2027-10-30T00:00', 'Europe/Paris', 3, ['2027-10-30T09:00:00+02:00', '2027-10-31T09:00:00+01:00', '2027-11-01T09:00:00+01:00']],
		// Until 2018 summer began in São Paulo at midnight: 4 November 2018 had no 00:00. Since 2019 there is no summer time.
		['in São Paulo on a day without a midnight', 'Sat-Mon 09:00', '2018-11-03T00:00', 'America/Sao_Paulo', 3, ['2018-11-03T09:00:00-03:00', '2018-11-04T09:00:00-02:00', '2018-11-05T09:00:00-02:00']],
		['in São Paulo from a day without a midnight on', 'Sun-Mon 09:00', '2018-11-04T05:00', 'America/Sao_Paulo', 2, ['2018-11-04T09:00:00-02:00', '2018-11-05T09:00:00-02:00']],
		['in São Paulo at the midnight that there is not', 'Sun 00:30', '2018-11-03T12:00', 'America/Sao_Paulo', 2, ['2018-11-04T01:30:00-02:00']],
		['in São Paulo when others change their clocks', 'Sat-Mon 09:00', '2027-10-30T00:00', 'America/Sao_Paulo', 2, ['2027-10-30T09:00:00-03:00', '2027-10-31T09:00:00-03:00', '2027-11-01T09:00:00-03:00']],
	])('%s', (_, slots, from, zone, days, expected) => expect(timesFrom(slots, from, zone, days)).toEqual(expected));
});

const [monday, tuesday, sunday] = [{ day: 1, hour: 9, minute: 0 }, { day: 2, hour: 9, minute: 0 }, { day: 7, hour: 23, minute: 30 }];
const views = (at: string, count: number, times = 1) => Array.from({ length: times }, () => ({ at, views: count }));

describe('how slots do', () => {
	test.each([
		['nothing is known', [], monday, 0],
		// (400 + 3 × 250) / (1 + 3)
		['one post is pulled to the mean of all', [...views('2027-02-01T09:10:00Z', 400), ...views('2027-02-05T15:00:00Z', 100)], monday, 287.5],
		// (10 × 400 + 3 × 380) / (10 + 3), of (10 × 400 + 180) / 11 = 380
		['many posts are pulled less', [...views('2027-02-01T09:10:00Z', 400, 10), ...views('2027-02-05T15:00:00Z', 180)], monday, (4000 + 1140) / 13],
		['the mean stands where there are none', views('2027-02-05T15:00:00Z', 100), tuesday, 100],
		['the hour before counts', [...views('2027-02-01T08:59:00Z', 400), ...views('2027-02-05T15:00:00Z', 100)], monday, 287.5],
		['the hour after counts', [...views('2027-02-01T10:59:00Z', 400), ...views('2027-02-05T15:00:00Z', 100)], monday, 287.5],
		['two hours after does not', [...views('2027-02-01T11:00:00Z', 400), ...views('2027-02-05T15:00:00Z', 100)], monday, 250],
		['the first hour of Monday is beside the last of Sunday', [...views('2027-02-01T00:10:00Z', 400), ...views('2027-02-05T15:00:00Z', 100)], sunday, 287.5],
	])('%s', (_, past, slot, expected) => expect(scorer(past, 'UTC')(slot)).toBeCloseTo(expected, 6));

	test('hours are those of the time zone', () => {
		const past = [...views('2027-02-01T08:10:00Z', 400), ...views('2027-02-05T15:00:00Z', 100)];
		expect(scorer(past, 'Europe/Paris')(monday)).toBe(287.5);
		expect(scorer(past, 'Asia/Tokyo')(monday)).toBe(250);
		expect(scorer(views('2027-02-01T02:00:00Z', 9), 'America/Sao_Paulo')({ day: 7, hour: 23, minute: 0 })).toBe(9);
	});

	test('one lucky post does not make its slot the best', () => {
		const past = [...views('2027-02-01T09:00:00Z', 340), ...views('2027-02-02T09:00:00Z', 300, 20), ...views('2027-02-03T09:00:00Z', 10, 20)];
		const score = scorer(past, 'UTC');
		expect(score(tuesday)).toBeGreaterThan(score(monday));
	});
});
