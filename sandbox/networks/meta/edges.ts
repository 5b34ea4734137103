import { webhookRules } from './webhooks/edges';
import { audienceEdgeRules } from './ads/audienceEdges';
import { adsEdges } from './ads/edges';
import { conversionEdges } from './conversions/edges';
import { discoveryEdges, igUserDiscovery } from './discovery/edges';
import { messagingEdges, messagingPageEdges } from './messaging/edges';
import { leadEdgeRules, pageLeadRules } from './leads/edges';
import { pageUpdateParams } from './pageProfile/update';
import { whatsAppRules } from './whatsapp/edges';
import { words } from './words';

/** What one method of one edge accepts. */
export interface EdgeRule {
	params: readonly string[];
	/** Refuses user and app tokens. */
	token?: 'page';
	/** Permissions the token needs, all of them. https://developers.facebook.com/docs/permissions */
	scopes?: readonly string[];
}

const edge = (params = '', rule: Omit<EdgeRule, 'params'> = {}): EdgeRule => ({ params: words(params), ...rule });

/** Accepted everywhere. The five legacy ones Meta switched off on 2026-10-27 (`pretty`, `debug`, `date_format` …) are not among them. */
export const commonParams = words('access_token appsecret_proof fields limit after before locale method summary');

const seen = { scopes: ['pages_read_engagement'] } as const;
const asPage = { token: 'page', scopes: ['pages_read_engagement'] } as const;
const publish = { token: 'page', scopes: ['pages_manage_posts'] } as const;
const engage = { token: 'page', scopes: ['pages_manage_engagement'] } as const;
const ofVisitors = { token: 'page', scopes: ['pages_read_engagement', 'pages_read_user_content'] } as const;
const manage = { token: 'page', scopes: ['pages_manage_metadata'] } as const;
const measure = { token: 'page', scopes: ['read_insights'] } as const;
const igBasic = { scopes: ['instagram_basic'] } as const;
const igPublish = { scopes: ['instagram_basic', 'instagram_content_publish'] } as const;
const igComments = { scopes: ['instagram_basic', 'instagram_manage_comments'] } as const;
const igMeasure = { scopes: ['instagram_basic', 'instagram_manage_insights'] } as const;

const listed = 'since until include_hidden show_expired with';
const scheduling = 'published scheduled_publish_time unpublished_content_type';
const audience = 'targeting feed_targeting place tags';
const commentList = 'filter order since live_filter';
const commentBody = 'message attachment_id attachment_share_url attachment_url';
const insight = 'metric period since until date_preset';

/** Comments, likes and reactions are the same under posts, photos, videos and comments. */
const conversation = {
	'GET comments': edge(commentList, asPage),
	'POST comments': edge(commentBody, engage),
	'GET likes': edge('', asPage),
	'POST likes': edge('', engage),
	'DELETE likes': edge('', engage),
	'GET reactions': edge('type', asPage),
};

/**
 * Every edge the sandbox answers, by type of node, with the parameters Meta's reference gives it. A parameter that is not here is refused.
 * https://developers.facebook.com/docs/graph-api/reference/page
 */
export const edges = {
	User: {
		GET: edge(),
		'GET accounts': edge('is_place is_promotable'),
		'GET permissions': edge('permission status'),
		'DELETE permissions': edge('permission'),
		'GET adaccounts': edge('', { scopes: ['ads_read'] }),
		'GET assigned_whatsapp_business_accounts': edge('', { scopes: ['whatsapp_business_management'] }),
		'GET businesses': edge(),
	},
	Application: { GET: edge(), ...webhookRules.Application },
	Page: {
		GET: edge(),
		...webhookRules.Page,
		POST: { params: pageUpdateParams, ...manage },
		...messagingPageEdges,
		'GET roles': edge('include_deactivated uid', manage),
		'GET assigned_users': edge('business', { token: 'page', scopes: ['pages_manage_metadata', 'business_management'] }),
		'GET ratings': edge('', ofVisitors),
		...pageLeadRules,
		'POST feed': edge(
			`
				message link name caption description picture actions attached_media call_to_action child_attachments
				multi_share_end_card multi_share_optimized object_attachment backdated_time backdated_time_granularity
				text_format_preset_id og_action_type_id og_object_id privacy ${scheduling} ${audience}
			`,
			publish,
		),
		'GET feed': edge(listed, asPage),
		'GET posts': edge(`${listed} q`, asPage),
		'GET published_posts': edge(listed, asPage),
		'GET scheduled_posts': edge('', { token: 'page', scopes: ['pages_read_engagement', 'pages_manage_posts'] }),
		'GET visitor_posts': edge(listed, ofVisitors),
		'GET tagged': edge('', ofVisitors),
		'POST photos': edge(
			`
				url source caption message name alt_text_custom temporary no_story provenance_info allow_spherical_photo
				backdated_time backdated_time_granularity target_id ${scheduling} ${audience}
			`,
			publish,
		),
		'GET photos': edge('type', asPage),
		'POST videos': edge(
			`
				file_url source title description thumb upload_phase file_size upload_session_id start_offset end_offset
				video_file_chunk call_to_action content_category content_tags custom_labels embeddable expiration no_story
				reference_only social_actions crossposted_video_id backdated_post ${scheduling} ${audience}
			`,
			publish,
		),
		'GET videos': edge('type', asPage),
		'POST video_reels': edge(
			'upload_phase video_id video_state title description scheduled_publish_time place targeting feed_targeting',
			publish,
		),
		'GET video_reels': edge('since until', asPage),
		'POST photo_stories': edge('photo_id', publish),
		'POST video_stories': edge('upload_phase video_id video_state title description place', publish),
		'GET stories': edge('since until status', asPage),
		'GET insights': edge(`${insight} breakdown show_description_from_api_doc`, measure),
	},
	PagePost: {
		GET: edge('', seen),
		POST: edge(
			`
				message is_published is_hidden is_pinned scheduled_publish_time attached_media backdated_time
				backdated_time_granularity place privacy tags text_format_preset_id timeline_visibility
			`,
			publish,
		),
		DELETE: edge('', publish),
		'GET attachments': edge('', seen),
		'GET insights': edge(insight, measure),
		...conversation,
	},
	Photo: { GET: edge('', seen), DELETE: edge('', publish), 'GET insights': edge(insight, measure), ...conversation },
	Video: {
		GET: edge('', seen),
		POST: edge(
			'name description published scheduled_publish_time call_to_action content_category content_tags custom_labels embeddable privacy tags',
			publish,
		),
		DELETE: edge('', publish),
		'GET video_insights': edge('metric period since until', measure),
		...conversation,
	},
	Comment: { GET: edge('', asPage), POST: edge(`${commentBody} is_hidden`, engage), DELETE: edge('', engage), ...conversation },
	...whatsAppRules,
	IGUser: {
		GET: edge('', igBasic),
		...webhookRules.IGUser,
		'POST media': edge(
			`
				media_type image_url video_url upload_type caption alt_text location_id user_tags product_tags collaborators
				is_carousel_item children cover_url thumb_offset share_to_feed audio_name trial_params audio_configuration
				is_ai_generated branded_content_sponsor_ids is_paid_partnership
			`,
			igPublish,
		),
		'GET media': edge('since until', igBasic),
		'GET stories': edge('', igBasic),
		...igUserDiscovery,
		'POST media_publish': edge('creation_id', igPublish),
		'GET content_publishing_limit': edge('since', igPublish),
		'GET insights': edge('metric period metric_type breakdown timeframe since until', igMeasure),
	},
	...adsEdges,
	...audienceEdgeRules,
	...conversionEdges,
	...leadEdgeRules,
	...discoveryEdges,
	...messagingEdges,
	IGContainer: { GET: edge('', igPublish) },
	IGMedia: {
		GET: edge('', igBasic),
		POST: edge('comment_enabled', igComments),
		DELETE: edge('', { scopes: ['instagram_basic', 'instagram_manage_contents'] }),
		'GET children': edge('', igBasic),
		'GET collaborators': edge('', igBasic),
		'GET comments': edge('', igComments),
		'POST comments': edge('message', igComments),
		'GET insights': edge('metric period breakdown', igMeasure),
	},
	IGComment: {
		GET: edge('', igComments),
		POST: edge('hide', igComments),
		DELETE: edge('', igComments),
		'GET replies': edge('', igComments),
		'POST replies': edge('message', igComments),
	},
} satisfies Record<string, Record<string, EdgeRule>>;

/** The methods and edges of one type of node, each with its handler: the compiler misses none. */
export type Edges<T extends keyof typeof edges, H> = { [K in keyof (typeof edges)[T]]: H };
