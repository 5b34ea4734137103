import type { IDataObject } from 'n8n-workflow';
import type { WorkflowNode } from './workflow';

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const clock = (hour: unknown, minute: unknown) => `${String(Number(hour ?? 0)).padStart(2, '0')}:${String(Number(minute ?? 0)).padStart(2, '0')}`;
const every = (count: unknown, unit: string) => (Number(count ?? 1) === 1 ? `every ${unit}` : `every ${Number(count)} ${unit}s`);
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function intervalText(rule: IDataObject): string {
	const at = `at ${clock(rule.triggerAtHour, rule.triggerAtMinute)}`;
	switch (rule.field ?? 'days') {
		case 'seconds':
			return every(rule.secondsInterval ?? 30, 'second');
		case 'minutes':
			return every(rule.minutesInterval ?? 5, 'minute');
		case 'hours':
			return `${every(rule.hoursInterval, 'hour')} at minute ${Number(rule.triggerAtMinute ?? 0)}`;
		case 'weeks': {
			const days = Array.isArray(rule.triggerAtDay) ? rule.triggerAtDay.map((day) => weekdays[Number(day)]).join(', ') : 'Sunday';
			return `${every(rule.weeksInterval, 'week')} on ${days} ${at}`;
		}
		case 'months':
			return `${every(rule.monthsInterval, 'month')} on day ${Number(rule.triggerAtDayOfMonth ?? 1)} ${at}`;
		case 'cronExpression':
			return `cron ${String(rule.expression)}`;
		default:
			return `${every(rule.daysInterval, 'day')} ${at}`;
	}
}

/** When a Schedule Trigger starts, in words; undefined for other nodes. */
export function scheduleOf({ type, parameters }: WorkflowNode): string | undefined {
	if (type !== 'n8n-nodes-base.scheduleTrigger') return undefined;
	const { interval }: { interval?: unknown } = isRecord(parameters.rule) ? parameters.rule : {};
	const rules = Array.isArray(interval) && interval.length > 0 ? interval : [{}];
	return rules.map((rule) => intervalText(isRecord(rule) ? rule : {})).join(' and ');
}
