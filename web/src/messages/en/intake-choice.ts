import type { IntakeChoiceMessages } from '#lib/messages.ts';

export const intakeChoice: IntakeChoiceMessages = {
  stepOf: (n) => `Step ${n} of 3`,
  find: 'Find a procedure',
  findHint: 'Name without accents, or code',
  fields: 'Field',
  allFields: 'All',
  noProcedures: 'The ward’s catalogue is empty.',
  noProceduresHint: 'A leader or administrator publishes procedures under Administration → Procedures.',
  notSet: 'The one-stop desk is not set up',
  notSetHint:
    'A leader or administrator sets agency code and hours under Administration → One-stop desk; only then are codes given out.',
  noMatch: 'No procedure matches.',
  noMatchHint: 'Try fewer words, or another field.',
  search: 'Find',
  found: (n) => `${n} found`,
  foundNone: 'Nobody in the register matches.',
  findPerson: 'Name, identity number or phone',
  findPersonHint: 'In the ward’s register; accents are not needed.',
  outsider: 'Not in the register: type it in',
  body: 'Business, organisation',
};
