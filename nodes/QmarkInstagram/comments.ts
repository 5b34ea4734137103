const ownFields = 'id,text,timestamp,username,like_count,hidden';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment#fields */
export const commentFields = `${ownFields},from{id,username},parent_id,replies{${ownFields}}`;
