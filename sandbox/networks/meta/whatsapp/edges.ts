import type { EdgeRule } from '../edges';
import { webhookRules } from '../webhooks/edges';
import { words } from '../words';
import { kinds } from './shapes';

const manage = (params = ''): EdgeRule => ({ params: words(params), scopes: ['whatsapp_business_management'] });
const messaging = (params: string): EdgeRule => ({ params: words(params), scopes: ['whatsapp_business_messaging'] });

/** What WhatsApp's nodes accept. https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account */
export const whatsAppRules = {
	WhatsAppBusinessAccount: {
		GET: manage(),
		'GET phone_numbers': manage(),
		'GET message_templates': manage('category content language name name_or_content quality_score since source status until'),
		'POST message_templates': manage(
			'name language category components parameter_format message_send_ttl_seconds cta_url_link_tracking_opted_out library_template_name',
		),
		'DELETE message_templates': manage('name hsm_id'),
		...webhookRules.WhatsAppBusinessAccount,
	},
	WhatsAppBusinessPhoneNumber: {
		GET: manage(),
		...webhookRules.WhatsAppBusinessPhoneNumber,
		'POST messages': messaging(
			`messaging_product recipient_type to recipient type context biz_opaque_callback_data status message_id typing_indicator ${kinds.join(' ')}`,
		),
		'POST media': messaging('messaging_product type file'),
		'GET whatsapp_business_profile': manage(),
		'POST whatsapp_business_profile': manage('messaging_product about address description email profile_picture_handle vertical websites'),
	},
	WhatsAppMessageTemplate: { GET: manage(), POST: manage('category components message_send_ttl_seconds') },
	WhatsAppMedia: { GET: messaging('phone_number_id'), DELETE: messaging('phone_number_id') },
} satisfies Record<string, Record<string, EdgeRule>>;
