export { QmarkMetaOAuth2Api } from './credentials/QmarkMetaOAuth2Api.credentials';
export { QmarkTelegramApi } from './credentials/QmarkTelegramApi.credentials';
export { QmarkFacebook } from './nodes/QmarkFacebook/QmarkFacebook.node';
export { QmarkInstagram } from './nodes/QmarkInstagram/QmarkInstagram.node';
export { QmarkTelegram } from './nodes/QmarkTelegram/QmarkTelegram.node';
