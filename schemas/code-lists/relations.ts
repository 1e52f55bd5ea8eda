import type { Relation } from '../events/citizen.ts';
import { codes, type Code } from './code.ts';

/** Relations to the head of a household; the circular has names only, so the codes are words of our own. */
export const relations: readonly Code<Relation>[] = codes<Relation>(
  'TT 55/2021/TT-BCA Điều 6, sửa đổi bởi TT 66/2023/TT-BCA; mã riêng',
  [
    ['head', 'Chủ hộ', 'Head'],
    ['wife', 'Vợ', 'Wife'],
    ['husband', 'Chồng', 'Husband'],
    ['father', 'Cha đẻ', 'Father'],
    ['mother', 'Mẹ đẻ', 'Mother'],
    ['father_in_law', 'Cha vợ/chồng', 'Father-in-law'],
    ['mother_in_law', 'Mẹ vợ/chồng', 'Mother-in-law'],
    ['adoptive_parent', 'Cha nuôi, mẹ nuôi', 'Adoptive parent'],
    ['step_parent', 'Cha dượng, mẹ kế', 'Step-parent'],
    ['child', 'Con đẻ', 'Child'],
    ['adopted_child', 'Con nuôi', 'Adopted child'],
    ['step_child', 'Con riêng', 'Step-child'],
    ['son_in_law', 'Con rể', 'Son-in-law'],
    ['daughter_in_law', 'Con dâu', 'Daughter-in-law'],
    ['grandparent', 'Ông, bà', 'Grandparent'],
    ['great_grandparent', 'Cụ', 'Great-grandparent'],
    ['grandchild', 'Cháu nội, cháu ngoại', 'Grandchild'],
    ['great_grandchild', 'Chắt', 'Great-grandchild'],
    ['sibling', 'Anh, chị, em ruột', 'Brother or sister'],
    ['sibling_in_law', 'Anh rể, em rể, chị dâu, em dâu', 'Brother- or sister-in-law'],
    ['nephew_niece', 'Cháu ruột', 'Nephew or niece'],
    ['uncle_aunt', 'Bác, chú, cậu, cô, dì', 'Uncle or aunt'],
    ['guardian', 'Người giám hộ', 'Guardian'],
    ['ward', 'Người được giám hộ', 'Ward'],
    ['lodger', 'Ở nhờ, ở mượn, ở thuê', 'Lodger'],
    ['other', 'Khác', 'Other'],
    ['unknown', 'Chưa rõ', 'Not known'],
  ],
);
