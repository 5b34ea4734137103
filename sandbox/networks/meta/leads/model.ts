export interface LeadForm {
	type: 'LeadgenForm';
	id: string;
	pageId: string;
	name: string;
	status: 'ACTIVE' | 'ARCHIVED';
	locale: string;
	questions: { id: string; key: string; label: string; type: string }[];
	createdAt: number;
}

/** What a person left in a form. */
export interface Lead {
	type: 'Lead';
	id: string;
	pageId: string;
	formId: string;
	adId?: string;
	fields: { name: string; values: string[] }[];
	disclaimers: { checkbox_key: string; is_checked: string }[];
	isTest: boolean;
	createdAt: number;
}

export type LeadNode = LeadForm | Lead;
