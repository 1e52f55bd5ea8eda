import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import type { Person } from './model.ts';

type Kin = Pick<Person, 'index' | 'mother' | 'father' | 'spouse' | 'kind'> & { details: { sex: 'male' | 'female' } };

function isChildOf(child: Kin | undefined, parent: number | null | undefined): boolean {
  return child !== undefined && parent != null && (child.mother === parent || child.father === parent);
}

function areSiblings(a: Kin | undefined, b: Kin | undefined): boolean {
  if (!a || !b || a.index === b.index) return false;
  return (a.mother !== null && a.mother === b.mother) || (a.father !== null && a.father === b.father);
}

/** What somebody is to the head of their household, from who their parents and spouses are. */
export function relationTo(people: readonly Kin[], head: Kin, one: Kin): Relation {
  const of = (index: number | null): Kin | undefined => (index === null ? undefined : people[index]);
  const male = one.details.sex === 'male';
  const parents = (who: Kin | undefined): (Kin | undefined)[] => [of(who?.mother ?? null), of(who?.father ?? null)];
  const spouse = of(head.spouse);
  if (one.index === head.index) return 'head';
  if (spouse?.index === one.index) return male ? 'husband' : 'wife';
  if (isChildOf(one, head.index)) return 'child';
  if (isChildOf(head, one.index)) return male ? 'father' : 'mother';
  if (spouse && isChildOf(one, spouse.index)) return 'step_child';
  if (spouse && isChildOf(spouse, one.index)) return male ? 'father_in_law' : 'mother_in_law';
  if (isChildOf(of(one.spouse), head.index)) return male ? 'son_in_law' : 'daughter_in_law';
  if (parents(one).some((parent) => isChildOf(parent, head.index))) return 'grandchild';
  if (parents(head).some((parent) => isChildOf(parent, one.index))) return 'grandparent';
  if (areSiblings(one, head)) return 'sibling';
  if (areSiblings(of(one.spouse), head) || areSiblings(one, spouse)) return 'sibling_in_law';
  if (parents(one).some((parent) => areSiblings(parent, head))) return 'nephew_niece';
  if (parents(head).some((parent) => areSiblings(parent, one))) return 'uncle_aunt';
  if (parents(one).some((parent) => parents(parent).some((elder) => isChildOf(elder, head.index))))
    return 'great_grandchild';
  return one.kind === 'temporary' ? 'lodger' : 'other';
}
