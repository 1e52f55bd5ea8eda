import { showNumber } from '#lib/format.ts';
import type { CatalogueMessages } from '#lib/messages.ts';

const n = (value: number): string => showNumber('en', value);

export const catalogue: CatalogueMessages = {
  title: 'Take a catalogue in',
  lead: 'A catalogue is checked first; nothing changes. What is published holds from today on; running dossiers keep their version, and what the ward has set itself is not overwritten.',
  shipped: 'The catalogue that ships',
  shippedHint: 'The procedures that wards handle most. What the ward has already stays as it is.',
  fromFile: 'A catalogue from a CSV file',
  fileHint:
    'CSV, UTF-8, with the columns code, name, field, decision, channel_time_fee_raw, result, result_code. A term without a unit is asked for, never guessed.',
  file: 'File',
  check: 'Check',
  missing: 'Choose a CSV file.',
  tooLarge: 'The file is larger than 2 MB; a catalogue of a commune has half a MB. Check the file.',
  would: (count) => `${n(count)} procedures would be published`,
  nothing: 'Nothing new: the ward has all of these procedures.',
  unchanged: (count) => `${n(count)} procedures stay as they are.`,
  publish: (count) => `Publish ${n(count)} procedures from today on`,
  published: (count) => `${n(count)} procedures were published`,
  toList: 'To the catalogue',
  toAsked: 'Complete the terms',
  new: (count) => `New procedures: ${n(count)}`,
  changed: (count) => `New versions: ${n(count)}`,
  refused: (count) => `Rows not taken: ${n(count)}`,
  asked: (count) => `To be completed by the ward: ${n(count)}`,
  askedHint: 'They are published all the same; give them a version with term and fees before dossiers are taken.',
  row: 'Row',
  code: 'Code',
  name: 'Procedure',
  why: 'Reason',
  refusals: {
    code: 'The code has not the shape of one',
    twice: 'The code stands in a row above',
    content: 'Name or field is missing, or a text is too long',
  },
  terms: {
    no_unit: (number) => `Term ${number ?? ''} without a unit: hours, days or working days?`,
    none: () => 'No term is given',
    differs: () => 'The term differs by the way of handing in',
    cut: () => 'The text breaks off before it comes to the term',
  },
  fee: (text) => `Fees: ${text}`,
};
