import { operation } from '../../core/operation';
import { refund } from '../edit';
import { userId } from '../fields';
import { userIdOf } from '../message';

/** https://core.telegram.org/bots/api#refundstarpayment */
export const refundStarPayment = operation({
	resource: 'payment',
	operation: 'refundStars',
	effect: 'write',
	name: 'Refund Star Payment',
	action: 'Refund a payment in Telegram Stars',
	description: 'Give a person their Telegram Stars back',
	fields: [
		userId,
		{ displayName: 'Payment Charge ID', name: 'chargeId', type: 'string', required: true, default: '', description: 'The “successful_payment.telegram_payment_charge_id” of the update' },
	],
	run: async ({ userId: user, chargeId }, api) => await refund({ user_id: userIdOf(user), telegram_payment_charge_id: chargeId }, api),
});
