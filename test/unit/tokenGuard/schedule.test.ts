import { scheduleOf } from '../../../nodes/QmarkTokenGuard/schedule';
import { isTrigger } from '../../../nodes/QmarkTokenGuard/workflow';
import { node, schedule } from './workflows';

test.each([
	{ rule: undefined, says: 'every day at 00:00' },
	{ rule: {}, says: 'every day at 00:00' },
	{ rule: { field: 'seconds' }, says: 'every 30 seconds' },
	{ rule: { field: 'minutes' }, says: 'every 5 minutes' },
	{ rule: { field: 'minutes', minutesInterval: 1 }, says: 'every minute' },
	{ rule: { field: 'hours', hoursInterval: 6, triggerAtMinute: 30 }, says: 'every 6 hours at minute 30' },
	{ rule: { field: 'days', daysInterval: 2, triggerAtHour: 18 }, says: 'every 2 days at 18:00' },
	{ rule: { field: 'weeks', triggerAtDay: [1, 4], triggerAtHour: 9 }, says: 'every week on Monday, Thursday at 09:00' },
	{ rule: { field: 'weeks' }, says: 'every week on Sunday at 00:00' },
	{ rule: { field: 'months', triggerAtDayOfMonth: 15, triggerAtHour: 8, triggerAtMinute: 5 }, says: 'every month on day 15 at 08:05' },
	{ rule: { field: 'cronExpression', expression: '0 9 * * 1-5' }, says: 'cron 0 9 * * 1-5' },
])('$says', ({ rule, says }) => {
	expect(scheduleOf(schedule('Trigger', rule))).toBe(says);
});

test('several rules of one trigger', () => {
	const interval = [{ field: 'days', triggerAtHour: 9 }, { field: 'weeks', triggerAtDay: [6], triggerAtHour: 10 }];
	expect(scheduleOf({ ...schedule('Trigger'), parameters: { rule: { interval } } })).toBe('every day at 09:00 and every week on Saturday at 10:00');
});

test('other nodes have none', () => {
	expect(scheduleOf(node('Webhook', 'n8n-nodes-base.webhook'))).toBeUndefined();
});

test.each([
	{ type: 'n8n-nodes-base.scheduleTrigger', trigger: true },
	{ type: 'n8n-nodes-base.webhook', trigger: true },
	{ type: 'n8n-nodes-base.formTrigger', trigger: true },
	{ type: 'n8n-nodes-qmark.qmarkMetaTrigger', trigger: true },
	{ type: 'n8n-nodes-base.respondToWebhook', trigger: false },
	{ type: 'n8n-nodes-base.set', trigger: false },
])('$type starts executions by itself: $trigger', ({ type, trigger }) => {
	expect(isTrigger(node('Node', type))).toBe(trigger);
});
