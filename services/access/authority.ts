import type { Rejection } from '@nocgia/schemas/errors.ts';
import { authorize, type Action, type CodedPlace, type SubjectName } from './ability.ts';
import type { FieldGroup, Scope } from './scope.ts';

/** Asks, inside a decider, whether something may be done at a place; null = yes. */
export type Authority = (
  action: Action,
  subject: SubjectName,
  place: CodedPlace,
  group?: FieldGroup,
) => Rejection | null;

/** The authority of a person, by the position in which they act. */
export function authorityOf(scope: Scope): Authority {
  return (action, subject, place, group) => authorize(scope, action, subject, place, group);
}

/** The authority of the system itself: first set-up, the scheduler, the demo. */
export const systemAuthority: Authority = () => null;
