import { seed } from '../../seed';
import type { WhatsAppTemplate } from './model';

const body = (text: string, example?: string[]) => ({ type: 'BODY', text, ...(example && { example: { body_text: [example] } }) });
const named = (text: string, example: Record<string, string>) => ({
	...{ type: 'BODY', text },
	example: { body_text_named_params: Object.entries(example).map(([param_name, value]) => ({ param_name, example: value })) },
});

const templates: readonly Omit<WhatsAppTemplate, 'type' | 'id' | 'businessId'>[] = [
	{
		...{ name: 'hello_world', language: 'en_US', category: 'UTILITY', status: 'APPROVED', format: 'POSITIONAL' },
		components: [{ type: 'HEADER', format: 'TEXT', text: 'Hello World' }, body('Welcome and congratulations!'), { type: 'FOOTER', text: 'A sample' }],
	},
	{
		...{ name: 'order_ready', language: 'fr', category: 'UTILITY', status: 'APPROVED', format: 'POSITIONAL' },
		components: [body('Bonjour {{1}}, votre bouquet à {{2}} vous attend dès {{3}}.', ['Inês', '45 €', 'demain'])],
	},
	{
		...{ name: 'appointment', language: 'en_US', category: 'UTILITY', status: 'APPROVED', format: 'NAMED' },
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'For {{customer}}', example: { header_text_named_params: [{ param_name: 'customer', example: 'Inês' }] } },
			named('We look forward to seeing you, {{customer}}, on {{day}}.', { customer: 'Inês', day: 'Friday' }),
		],
	},
	{
		...{ name: 'spring_sale', language: 'fr', category: 'MARKETING', status: 'APPROVED', format: 'POSITIONAL' },
		components: [
			{ type: 'HEADER', format: 'IMAGE' },
			body('{{1}}, les tulipes sont là : {{2}} de remise.', ['Inês', '10 %']),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Plus de publicité' },
					{ type: 'URL', text: 'Voir', url: 'https://atelier-camelia.example/{{1}}', example: ['tulipes'] },
					{ type: 'COPY_CODE', example: 'TULIPE10' },
				],
			},
		],
	},
	{
		...{ name: 'order_map', language: 'fr', category: 'UTILITY', status: 'APPROVED', format: 'POSITIONAL' },
		components: [{ type: 'HEADER', format: 'LOCATION' }, body('Votre livraison arrive ici.'), { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Changer', flow_id: '1' }, { type: 'CATALOG', text: 'Catalogue' }] }],
	},
	{ ...{ name: 'login_code', language: 'fr', category: 'AUTHENTICATION', status: 'APPROVED', format: 'POSITIONAL' }, components: [body('Votre code est {{1}}.', ['123456'])] },
	{ ...{ name: 'winter_sale', language: 'fr', category: 'MARKETING', status: 'PAUSED', format: 'POSITIONAL' }, components: [body('Les soldes d’hiver.')] },
	{ ...{ name: 'new_shop', language: 'fr', category: 'MARKETING', status: 'PENDING', format: 'POSITIONAL' }, components: [body('Une nouvelle boutique.')] },
	{ ...{ name: 'too_pushy', language: 'fr', category: 'MARKETING', status: 'REJECTED', format: 'POSITIONAL' }, components: [body('Achetez !')] },
	{ ...{ name: 'welcome', language: 'fr', category: 'MARKETING', status: 'APPROVED', format: 'POSITIONAL' }, components: [body('Bonjour {{1}}, merci de votre demande : nous vous répondons aujourd’hui.', ['Inês'])] },
];

/** The florist's templates, in all states that matter. */
export const seedTemplates = (): WhatsAppTemplate[] =>
	templates.map((template, index) => ({ type: 'WhatsAppMessageTemplate', id: `1594000000000${String(index + 1).padStart(3, '0')}`, businessId: seed.meta.whatsapp.businessAccountId, ...structuredClone(template) }));
