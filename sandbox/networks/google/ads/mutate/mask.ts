import { fault } from '../failure';
import { fields, fieldsOf, type Field } from '../fields';
import { snake, unparsable } from './shape';

/** The fields that an update names. https://developers.google.com/google-ads/api/docs/client-libs/python/field-masks */
export function maskOf(mask: unknown, resource: string, index: number): Field[] {
	const path = [{ fieldName: 'update_mask' }];
	if (mask === undefined || mask === '') throw fault('fieldMaskError', 'FIELD_MASK_MISSING', 'The field mask must be provided for update operations.', { path });
	const where = `operations[${index}].update_mask`;
	if (typeof mask !== 'string' || /_/.test(mask)) throw unparsable(`Invalid value at '${where}' (type.googleapis.com/google.protobuf.FieldMask), ${JSON.stringify(mask)}`, where);
	return mask.split(',').map((text) => {
		const name = snake(text.trim());
		const field = fields.get(`${resource}.${name}`);
		const at = [{ fieldName: 'update' }, ...name.split('.').map((fieldName) => ({ fieldName }))];
		if (!field) {
			const whole = fieldsOf(resource).some((one) => one.name.startsWith(`${resource}.${name}.`));
			if (whole) throw fault('fieldMaskError', 'FIELD_HAS_SUBFIELDS', `The field mask updated a field with subfields: '${name}'. Name the subfields instead.`, { path });
			throw fault('fieldMaskError', 'FIELD_NOT_FOUND', `The field mask contained an invalid field: '${name}'. The sandbox does not know it.`, { path });
		}
		if (field.readOnly || field.immutable) throw fault('fieldError', 'IMMUTABLE_FIELD', `The field cannot be modified: '${name}'.`, { path: at });
		return field;
	});
}
