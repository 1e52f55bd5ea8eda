import type { ActHints } from '#lib/messages.ts';

export const actHints: ActHints = {
  'hand-on': 'Whoever has the next step sees this note in the course.',
  'send-back': 'Back to an earlier step; an approval no longer counts. Say why.',
  assign: 'Only who holds a position for this step today can be given it.',
  sign: 'Sign the result (PDF) with a certificate; the signed copy stands for the file.',
  approve: 'Approves the draft of the result. Then it is handed on or settled.',
  'request-papers': 'The clock stands from now until the papers come. Ask once, and for everything at once.',
  'supply-papers': 'The clock runs again from now.',
  'request-fees': 'Only fees that hold for this procedure today.',
  pay: 'The receipt number is taken from the book at once, never twice.',
  void: 'The number is void and not given out again; the fees are due again.',
  'withdraw-fees':
    'These fees are due no more; where the clock stood for them it runs again. If they are paid, void the receipt first.',
  extend: 'The new day lies after the old one. The owner gets an apology with this reason.',
  stop: 'Ends without a result. The owner is told this reason.',
  refuse: 'Ends because the conditions are not met. The owner is told this reason.',
  withdraw: 'At the owner’s wish.',
  settle: 'The clock ends here. The dossier then waits to be returned.',
  return: 'Only once everything is paid.',
  reopen: 'A correction: it was not settled after all. It goes back to its step, and that is recorded.',
  register: 'Check and confirm what goes into the register.',
  unregistered: 'The dossier waits no more and the reason is kept; it can still be written later.',
  'national-code': 'Given by the national portal or a ministry’s system. Leave empty to take it off.',
  decline: 'The owner is told this reason.',
  'set-aside': 'The file is kept but no longer counts among the papers.',
};
