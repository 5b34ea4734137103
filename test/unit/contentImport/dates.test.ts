import type { IDataObject } from 'n8n-workflow';
import { clockOfCell } from '../../../nodes/QmarkContentImport/clock';
import { readDate } from '../../../nodes/QmarkContentImport/dates';
import { isTime } from '../../../nodes/model/readContent';
import { contentsOf, importRows, told } from './importing';

const read = (cell: string | number | Date, order: 'dayFirst' | 'monthFirst' = 'dayFirst') => {
	const moment = readDate(cell, order);
	return 'problem' in moment ? moment.problem : `${moment.date}${moment.clock ? `T${moment.clock.time}${moment.clock.offset ?? ''}` : ''}`;
};

const at = '2026-11-24T09:30';

test.each([
	['ISO', '2026-11-24T09:30', at],
	['ISO with a space', '2026-11-24 09:30', at],
	['ISO with seconds', '2026-11-24T09:30:15', '2026-11-24T09:30:15'],
	['ISO with an offset', '2026-11-24T09:30:00+01:00', `${at}+01:00`],
	['ISO in UTC', '2026-11-24T09:30:00.000Z', `${at}Z`],
	['a date of JavaScript', new Date('2026-11-24T09:30:00Z'), `${at}Z`],
	['slashes, year first', '2026/11/24', '2026-11-24'],
	['French and Portuguese numbers', '24/11/2026 09:30', at],
	['dots', '24.11.2026', '2026-11-24'],
	['dashes', '24-11-2026 9h', '2026-11-24T09:00'],
	['a short year', '24/11/26 9:30', at],
	['a weekday before numbers', 'mardi 24/11/2026', '2026-11-24'],
	['French words', '24 novembre 2026 à 9h30', at],
	['French with a weekday', 'Le mardi 24 novembre 2026 à 9 h 30', at],
	['a French first', '1er décembre 2026', '2026-12-01'],
	['French short', 'mar. 24 nov. 2026 9h30', at],
	['août', '15 août 2026', '2026-08-15'],
	['Portuguese words', '24 de novembro de 2026 às 9h30', at],
	['Portuguese with a weekday', 'terça-feira, 24 de novembro de 2026 às 9h30min', at],
	['março', '3 de março de 2027', '2027-03-03'],
	['English, day first', '24 November 2026, 9:30 am', at],
	['English, month first', 'November 24, 2026 9:30 PM', '2026-11-24T21:30'],
	['English ordinal', 'Tuesday, 24th of November 2026 at 12 am', '2026-11-24T00:00'],
	['e-mail’s form', 'Tue, 24 Nov 2026 09:30:00 +0100', `${at}+01:00`],
	['e-mail’s form in GMT', 'Tue, 24 Nov 2026 09:30:00 GMT', `${at}Z`],
	['what JavaScript prints', 'Tue Nov 24 2026 09:30:00 GMT+0100 (heure normale d’Europe centrale)', `${at}+01:00`],
	['a spreadsheet’s number', 46350.395833, at],
	['a spreadsheet’s day', 46350, '2026-11-24'],
	['a spreadsheet’s number as French text', '46350,395833', at],
	['a leap day', '29/02/2028', '2028-02-29'],
])('%s: %s is %s', (_, cell, expected) => {
	expect(read(cell)).toBe(expected);
});

test('month first is read so only where it is chosen', () => {
	expect([read('11/24/2026 9:30', 'monthFirst'), read('03/12/2026', 'monthFirst'), read('03/12/2026')]).toEqual([at, '2026-03-12', '2026-12-03']);
});

test.each([
	['31/02/2026', 'February 2026 has no day 31.'],
	['29/02/2027', 'February 2027 has no day 29.'],
	['00/11/2026', 'November 2026 has no day 0.'],
	['11/24/2026', 'There is no month 24, as the day comes first here.'],
	['13/25/2026', 'There is no month 25.'],
	['2026-13-01', 'There is no month 13.'],
	['24/11/2026 25:00', '“25:00” is no time of day.'],
	['24/11/2026 9h75', '“9h75” is no time of day.'],
	['24/11/2026 soon', '“soon” is no time of day.'],
	['26-11-24', 'It may begin with the day or with the year.'],
	['24 brumaire 2026', '“24 brumaire 2026” is no date.'],
	['24 novembre', '“24 novembre” is no date.'],
	['demain', '“demain” is no date.'],
	[2026, '“2026” is no date.'],
	[1_790_000_000_000, '“1790000000000” is no date.'],
	[new Date('x'), '“Invalid Date” is no date.'],
])('%s is refused: %s', (cell, problem) => {
	expect(read(cell)).toBe(problem);
});

test('every day of four years is found again in each form', () => {
	for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2030, 0, 1); day += 86_400_000) {
		const date = new Date(day);
		const iso = date.toISOString().slice(0, 10);
		const long = (locale: string) => date.toLocaleDateString(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
		const forms = [iso, iso.split('-').reverse().join('/'), date.toUTCString(), long('fr'), long('pt'), long('en-GB'), long('en-US'), day / 86_400_000 + 25_569];
		expect([iso, ...forms.map((form) => read(form).slice(0, 10))]).toEqual([iso, ...forms.map(() => iso)]);
		expect(readDate(long('fr'), 'dayFirst')).not.toMatchObject({ doubt: expect.any(String) });
	}
});

test.each([
	['9h', '09:00'], ['9h30', '09:30'], ['9 h 05', '09:05'], ['09:30', '09:30'], ['9:30 pm', '21:30'], ['12 pm', '12:00'], ['18 horas', '18:00'], ['9 heures 30', '09:30'], [0.395833, '09:30'], ['0,75', '18:00'], ['1899-12-30T09:30:00', '09:30'],
])('the time %s is %s', (cell, time) => {
	expect(clockOfCell(cell)?.time).toBe(time);
});

test.each(['9', '24:00', '13 pm', 'midi', '9h60', '', 1.5])('%s is no time', (cell) => {
	expect(clockOfCell(cell)).toBeUndefined();
});

const when = (row: IDataObject) => contentsOf(importRows([{ text: 'Bonjour', ...row }])).map(({ publishAt, timeZone }) => [publishAt, timeZone].join(' '));
const wrong = (row: IDataObject) => told(importRows([{ text: 'Bonjour', ...row }]));

test.each([
	{ row: { date: '24/11/2026' }, expected: '2026-11-24T09:00 Europe/Paris' },
	{ row: { date: '24/11/2026', heure: '18h' }, expected: '2026-11-24T18:00 Europe/Paris' },
	{ row: { data: 46350, hora: 0.75 }, expected: '2026-11-24T18:00 Europe/Paris' },
	{ row: { date: '2026-11-24T00:00:00.000Z', time: '18:00' }, expected: '2026-11-24T18:00 Europe/Paris' },
	{ row: { date: '2026-11-24 09:30', 'Fuso horário': 'America/Sao_Paulo' }, expected: '2026-11-24T09:30 America/Sao_Paulo' },
	{ row: { date: '2026-11-24T09:30:00+01:00' }, expected: '2026-11-24T09:30+01:00 ' },
	{ row: { date: '' }, expected: ' ' },
])('$row is published at $expected', ({ row, expected }) => {
	expect(when(row)).toEqual([expected]);
	expect(isTime(expected.split(' ')[0] || '2026-01-01')).toBe(true);
});

test.each([
	{ row: { date: '24/11/2026 10:00', time: '18:00' }, expected: 'error 1 time: The date says 10:00 and this column 18:00.' },
	{ row: { time: '18:00' }, expected: 'error 1 time: There is a time, and no date.' },
	{ row: { date: '24/11/2026', heure: 'le soir' }, expected: 'error 1 heure: “le soir” is no time of day.' },
	{ row: { date: '24/11/2026', 'time zone': 'Paris' }, expected: 'error 1 time zone: “Paris” is no time zone.' },
	{ row: { date: 'lundi 24 novembre 2026' }, expected: 'warning 1 date: 2026-11-24 is a Tuesday, not a Monday.' },
])('$row: $expected', ({ row, expected }) => {
	expect(wrong(row)).toEqual([expected]);
});
